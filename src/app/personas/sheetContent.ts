import type { TFunction } from 'i18next';
import { agoInWords, dayOf, evidenceCheck } from '../../analysis/evidenceCheck.ts';
import {
  type Persona,
  type PersonaFact,
  personaFactGroupNames,
  personaFactGroups,
  shortFacts,
} from '../../model/records/persona.ts';
import type { PersonaSheet } from '../../paint/paintPersonaSheet.ts';

/** These head the sheet, so they are not said again below. */
const heading: ReadonlySet<PersonaFact> = new Set(['summary', 'quote']);

/** What a persona's sheet says, on the screen and in the picture alike. `language` is that of `t`. */
export function sheetContent(persona: Persona, t: TFunction, language: string, now = new Date()): PersonaSheet {
  const groups = personaFactGroupNames.flatMap((group) => {
    const facts = personaFactGroups[group].flatMap((fact: PersonaFact) => {
      const text = persona[fact].trim();
      if (text === '' || heading.has(fact)) return [];
      return [{ label: t(`profile.facts.${fact}`), text, isShort: shortFacts.has(fact) }];
    });
    return facts.length === 0 ? [] : [{ title: t(`profile.groups.${group}`), facts }];
  });
  const { days } = evidenceCheck(persona.checkedOn, dayOf(now));
  const notes: string[] = [];
  if (groups.length === 0 && persona.summary.trim() === '' && persona.quote.trim() === '')
    notes.push(t('profile.nothingKnown'));
  else if (days === null) notes.push(t('profile.neverChecked'));
  else {
    // A day without a time zone: as such it is noon, so that no zone makes it another day.
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(`${persona.checkedOn}T12:00`));
    notes.push(t('profile.checkedOnDay', { day, ago: agoInWords(days, language) }));
  }
  return {
    name: persona.name.trim() || t('persona.unnamed'),
    shape: persona.shape,
    color: persona.color,
    summary: persona.summary.trim(),
    quote: persona.quote.trim(),
    groups,
    notes,
  };
}

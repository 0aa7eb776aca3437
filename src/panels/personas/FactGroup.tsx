import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Persona, type PersonaFactGroup, personaFactGroups } from '../../model/records/persona.ts';
import { FactField } from './FactField.tsx';

/** The facts of one group; folded while nothing is known. */
export function FactGroup({ persona, group }: { persona: Persona; group: PersonaFactGroup }) {
  const { t } = useTranslation();
  const facts = personaFactGroups[group];
  const known = facts.filter((fact) => persona[fact].trim() !== '').length;
  // What is known when the profile opens decides; a field that is emptied must not close under the hand.
  const [open, setOpen] = useState(known > 0);
  return (
    <details className="fact-group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t(`profile.groups.${group}`)}
        <span className="fact-count" aria-hidden="true">
          {known}/{facts.length}
        </span>
      </summary>
      {open && (
        <div className="fact-fields">
          {facts.map((fact) => (
            <FactField key={fact} persona={persona} fact={fact} />
          ))}
        </div>
      )}
    </details>
  );
}

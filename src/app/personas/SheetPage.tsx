import type { CSSProperties } from 'react';
import type { PersonaSheet } from '../../paint/paintPersonaSheet.ts';
import { PersonaMark } from '../../ui/PersonaMark.tsx';
import './sheet.css';

/** A persona's profile as one page to be read. `picture` is an address that an image can show. */
export function SheetPage({ sheet, picture }: { sheet: PersonaSheet; picture: string | null }) {
  return (
    <article className="sheet" style={{ '--mark': `var(--${sheet.color})` } as CSSProperties}>
      <header className="sheet-head">
        <div className="sheet-picture">
          {picture === null ? (
            <PersonaMark shape={sheet.shape} color={sheet.color} size={52} />
          ) : (
            <>
              <img src={picture} alt="" />
              <span className="sheet-mark">
                <PersonaMark shape={sheet.shape} color={sheet.color} size={18} />
              </span>
            </>
          )}
        </div>
        <div className="sheet-name">
          <h1>{sheet.name}</h1>
          {sheet.summary !== '' && <p>{sheet.summary}</p>}
        </div>
      </header>
      {sheet.quote !== '' && <blockquote>{sheet.quote}</blockquote>}
      <div className="sheet-groups">
        {sheet.groups.map((group) => (
          <section key={group.title}>
            <h2>{group.title}</h2>
            <dl>
              {group.facts.map((fact) => (
                <div key={fact.label} data-short={fact.isShort || undefined}>
                  <dt>{fact.label}</dt>
                  <dd>{fact.text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {sheet.notes.map((note) => (
        <p key={note} className="sheet-note">
          {note}
        </p>
      ))}
    </article>
  );
}

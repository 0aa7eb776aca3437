import { useSession } from '../../editor/useEditor.ts';

/** Says what happened to those who do not see it. */
export function LiveRegion() {
  const { text, count } = useSession((session) => session.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-count={count}>
      {/* The same sentence twice would not be read again: a no-break space makes it another. */}
      {count % 2 === 0 ? text : `${text}\u00a0`}
    </div>
  );
}

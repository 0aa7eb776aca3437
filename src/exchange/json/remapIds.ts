import { isId } from '../../model/ids.ts';
import { ImportError } from '../importError.ts';
import { isRow, type Row } from './openJson.ts';
import { forbiddenNames } from './scanJson.ts';

/** The ids of a file and the new ones they became, by table. */
export class IdMap {
  private readonly tables = new Map<string, Map<string, string>>();
  private readonly all = new Map<string, string>();

  set(table: string, oldId: string, newId: string): void {
    let ids = this.tables.get(table);
    if (ids === undefined) {
      ids = new Map();
      this.tables.set(table, ids);
    }
    ids.set(oldId, newId);
    if (isId(oldId)) this.all.set(oldId, newId);
  }

  get(table: string, oldId: unknown): string | undefined {
    const id = readId(oldId);
    return id === undefined ? undefined : this.tables.get(table)?.get(id);
  }

  /** A copy that can be added to without changing this one. */
  copy(): IdMap {
    const copy = new IdMap();
    for (const [table, ids] of this.tables) for (const [oldId, newId] of ids) copy.set(table, oldId, newId);
    return copy;
  }

  /**
   * `value` with every text that is exactly an id of the file replaced, so that unknown keys and tables still point to
   * the records they meant. Recursion is bounded: the file's depth was checked.
   */
  inUnknown(value: unknown): unknown {
    if (typeof value === 'string') return this.all.get(value) ?? value;
    if (Array.isArray(value)) return value.map((item) => this.inUnknown(item));
    if (!isRow(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.inUnknown(item)])) as Row;
  }
}

/**
 * The id a record of a file has, or undefined when it has none. Ids of other programs are taken as they are, since all
 * are replaced. Throws `ImportError` (`forbiddenName`) for one that is the name of an object's prototype.
 */
export function readId(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return undefined;
  if (forbiddenNames.has(value)) throw new ImportError('forbiddenName', { name: value, path: 'as an id' });
  return value;
}

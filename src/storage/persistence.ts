import { type Database, type MetaRow, writeTransaction } from './database.ts';
import { createReadable, type Readable, type Writable } from './readable.ts';
import { randomMark } from './stamp.ts';
import type { Persistence, Space } from './workspace.ts';

const BIRTH_KEY = 'birth';
const ANSWER_KEY = 'persistence';
const SENTINEL = 'desirepath:birth';

/** As much of `navigator.storage` as is used. */
export type StorageManagerPort = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate' | 'getDirectory'>>;

export interface PersistenceKeeper {
  readonly state: Readable<Persistence>;
  /** Asks once; the answer is kept in the database. */
  request(): Promise<void>;
  space(): Promise<Space | null>;
}

/** Keeps the browser's answer to the request that it shall not clear our data by itself. */
export async function createPersistenceKeeper(
  db: Database,
  manager: StorageManagerPort | undefined,
): Promise<PersistenceKeeper> {
  const kept = (await db.meta.get(ANSWER_KEY))?.value as Persistence | undefined;
  const state: Writable<Persistence> = createReadable<Persistence>(
    kept ?? (manager?.persist === undefined ? 'unavailable' : 'unknown'),
  );
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    const granted = (await manager?.persisted?.()) || (await manager?.persist?.());
    const answer: Persistence = granted ? 'granted' : 'denied';
    await writeTransaction(db, [], () => db.meta.put({ key: ANSWER_KEY, value: answer }));
    state.set(answer);
  }

  return {
    state,
    request() {
      if (state.get() !== 'unknown') return Promise.resolve();
      // A failure is no reason to bother anybody: the data is as safe as before, and the next start asks again.
      asking ??= ask().catch(() => undefined);
      return asking;
    },
    async space() {
      const estimate = await manager?.estimate?.().catch(() => undefined);
      return estimate === undefined ? null : { used: estimate.usage ?? 0, quota: estimate.quota ?? 0 };
    },
  };
}

export interface LossWatch {
  /** The mark of this database. */
  readonly birth: string;
  readonly lost: Writable<boolean>;
  /** Something worth keeping is in the database now: its disappearance would be a loss. */
  remember(): void;
  acknowledge(): void;
}

/**
 * Compares a mark in localStorage with the database's own. Browsers and people may clear one and leave the other; a
 * database that is suddenly new is then reported as a loss, not greeted as a first visit.
 */
export async function createLossWatch(db: Database, storage: Storage | undefined): Promise<LossWatch> {
  const birth = await birthOf(db);
  const known = readSentinel(storage);
  const lost = createReadable(known !== null && known !== birth);
  const write = () => {
    try {
      storage?.setItem(SENTINEL, birth);
    } catch {
      // Without localStorage a loss cannot be told from a first visit; nothing else depends on it.
    }
  };
  return {
    birth,
    lost,
    remember() {
      if (!lost.get()) write();
    },
    acknowledge() {
      write();
      lost.set(false);
    },
  };
}

async function birthOf(db: Database): Promise<string> {
  const known = await db.meta.get(BIRTH_KEY);
  if (known !== undefined) return String(known.value);
  return writeTransaction(db, [], async () => {
    const other: MetaRow | undefined = await db.meta.get(BIRTH_KEY);
    if (other !== undefined) return String(other.value);
    const birth = randomMark();
    await db.meta.put({ key: BIRTH_KEY, value: birth });
    return birth;
  });
}

/** True when maps have been kept in this browser before, as far as its localStorage knows. */
export function hasBeenHere(storage: Storage | undefined): boolean {
  return readSentinel(storage) !== null;
}

function readSentinel(storage: Storage | undefined): string | null {
  try {
    return storage?.getItem(SENTINEL) ?? null;
  } catch {
    return null;
  }
}

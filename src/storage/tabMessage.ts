import { parseStamp } from './stamp.ts';
import type { Batch } from './stampBook.ts';

/** The channel of all tabs of this origin. */
export const CHANNEL = 'desirepath';

/** As much of a BroadcastChannel as is used; tests give another one. */
export interface ChannelPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  close(): void;
}
export type OpenChannel = (name: string) => ChannelPort;

interface Envelope {
  /** Schema version of the sender. */
  readonly schema: number;
  readonly tab: string;
}
/** `hello`: I have just opened this map; tell me what I may not find on disk. */
export interface HelloMessage extends Envelope {
  readonly kind: 'hello';
  readonly mapId: string;
}
/** `ops`: changes. Patches of the map concern `mapId` only, patches of the library everybody. */
export interface OpsMessage extends Envelope {
  readonly kind: 'ops';
  readonly mapId: string;
  readonly batches: readonly Batch[];
}
/** `written`: everything I sent with a counter up to this one is on disk. */
export interface WrittenMessage extends Envelope {
  readonly kind: 'written';
  readonly counter: number;
}
export type TabMessage = HelloMessage | OpsMessage | WrittenMessage;

/** Any message, read as far as another version of the app may still understand it. */
export interface ParsedMessage {
  readonly schema: number;
  /** Null when this code does not know such a message. */
  readonly message: TabMessage | null;
}

/** Reads what came over the channel, or null. The patches in it are still to be parsed. */
export function parseTabMessage(input: unknown): ParsedMessage | null {
  if (typeof input !== 'object' || input === null) return null;
  const { schema, tab, kind, mapId, batches, counter } = input as Record<string, unknown>;
  if (!Number.isSafeInteger(schema) || typeof tab !== 'string') return null;
  const envelope = { schema: schema as number, tab };
  let message: TabMessage | null = null;
  if (kind === 'hello' && typeof mapId === 'string') message = { ...envelope, kind, mapId };
  else if (kind === 'written' && Number.isSafeInteger(counter))
    message = { ...envelope, kind, counter: counter as number };
  else if (kind === 'ops' && typeof mapId === 'string' && Array.isArray(batches)) {
    const read = batches.map(parseBatch);
    if (read.every((batch) => batch !== null)) message = { ...envelope, kind, mapId, batches: read };
  }
  return { schema: envelope.schema, message };
}

function parseBatch(input: unknown): Batch | null {
  if (typeof input !== 'object' || input === null) return null;
  const { stamp, patches } = input as { stamp?: unknown; patches?: unknown };
  const parsed = parseStamp(stamp);
  return parsed !== null && Array.isArray(patches) ? { stamp: parsed, patches } : null;
}

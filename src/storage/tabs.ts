import { compactPatches, type Patch, parsePatches } from '../model/patch.ts';
import { archiveUsed } from '../model/usedEntries.ts';
import type { EditorPort } from './editorPort.ts';
import type { Notice } from './notice.ts';
import type { Clock } from './stamp.ts';
import { type Batch, createStampBook } from './stampBook.ts';
import { type ChannelPort, type OpsMessage, parseTabMessage, type TabMessage } from './tabMessage.ts';
import { createUnconfirmed } from './unconfirmed.ts';

/** What tabs ask of autosave. */
export interface SaverPort {
  markDirty(patches: readonly Patch[]): void;
  touched(patch: Patch): boolean;
  isDirty(patch: Patch): boolean;
}
export interface TabsOptions {
  readonly mapId: string;
  readonly channel: ChannelPort;
  readonly clock: Clock;
  readonly codeVersion: number;
  readonly onNewer: () => void;
  readonly onNotice: (notice: Notice) => void;
  /** After so many ms without word from its sender, a change is written here too. */
  readonly unconfirmedMs?: number;
  /**
   * A tab that opens is told of changes no older than this: it may have read the disk just before they were written.
   */
  readonly recentMs?: number;
}
export interface Tabs {
  /**
   * The documents are loaded: messages held until now are replayed, and commits are sent from here on. `mended` is
   * what loading repaired: it is sent too, or this tab would lack what the others still show.
   */
  attach(editor: EditorPort, saver: SaverPort, mended?: readonly Patch[]): void;
  /** The changes held so far that win, in their order. */
  held(): Patch[];
  /** Counter of the latest commit that was sent. */
  lastSent(): number;
  /** Tells the others that everything up to a counter is on disk. */
  sendWritten(counter: number): void;
  /** Makes changes of other tabs that may not be on disk ours to write; for closing. */
  claimUnconfirmed(): void;
  close(): void;
}

/**
 * Keeps this tab and the others that show the same map or library alike. Every commit made here is sent with a stamp;
 * what arrives is parsed, ordered by stamp (see `createStampBook`), and committed with origin `tab`.
 *
 * On disk two tabs may write the same path in either order. So whenever a change arrives for a path this tab has itself
 * written, whoever wins, the path becomes dirty again: each tab's last write then comes after it knows every change,
 * and all of them write the same value.
 */
export function createTabs(options: TabsOptions): Tabs {
  const { mapId, channel, clock, codeVersion, unconfirmedMs = 3000, recentMs = 30_000 } = options;
  const book = createStampBook();
  const held: TabMessage[] = [];
  let attached: { editor: EditorPort; saver: SaverPort } | undefined;
  let unsubscribe: (() => void) | undefined;
  let closed = false;
  let sent = 0;
  let written = 0;
  const unconfirmed = createUnconfirmed(unconfirmedMs, (patches) => attached?.saver.markDirty(patches));

  function post(message: TabMessage): void {
    if (closed) return;
    try {
      channel.postMessage(message);
    } catch {
      options.onNotice({ code: 'channelFailed' });
    }
  }

  const envelope = { schema: codeVersion, tab: clock.tab };
  const sendOps = (batches: readonly Batch[]) => post({ ...envelope, kind: 'ops', mapId, batches });
  const sendWritten = (counter: number) => {
    written = counter;
    post({ ...envelope, kind: 'written', counter });
  };

  function publish(patches: readonly Patch[]): void {
    if (patches.length === 0) return;
    const compact = compactPatches(patches);
    const stamp = clock.next();
    sent = stamp.counter;
    for (const patch of compact) book.merge(patch, stamp, Date.now());
    sendOps([{ stamp, patches: compact }]);
  }

  /** Another map's records are none of ours, the library's always are. */
  const relevant = (patches: readonly Patch[], message: OpsMessage) =>
    patches.filter((patch) => patch.path[0] === 'library' || message.mapId === mapId);

  function onMessage(event: { data: unknown }): void {
    const parsed = closed ? null : parseTabMessage(event.data);
    if (parsed === null) return;
    if (parsed.schema > codeVersion) options.onNewer();
    else if (parsed.schema < codeVersion) options.onNotice({ code: 'olderTab' });
    else if (parsed.message !== null) {
      if (attached === undefined) held.push(parsed.message);
      else handle(parsed.message, attached);
    }
  }

  function handle(message: TabMessage, { editor, saver }: NonNullable<typeof attached>): void {
    if (message.kind === 'ops') receive(message, editor, saver);
    else if (message.kind === 'written') unconfirmed.confirm(message.tab, message.counter);
    else answerHello(message.mapId, saver);
  }

  function answerHello(theirMap: string, saver: SaverPort): void {
    const since = Date.now() - recentMs;
    const batches = book.winners(
      (patch, at) => (patch.path[0] === 'library' || theirMap === mapId) && (at >= since || saver.isDirty(patch)),
    );
    if (batches.length === 0) return;
    sendOps(batches);
    sendWritten(written);
  }

  function receive(message: OpsMessage, editor: EditorPort, saver: SaverPort): void {
    const accepted: Patch[] = [];
    const contested: Patch[] = [];
    let refused = 0;
    for (const { stamp, patches } of message.batches) {
      clock.observe(stamp.counter);
      const parsed = parsePatches(patches);
      refused += parsed.refused;
      for (const patch of relevant(parsed.patches, message)) {
        const ours = saver.touched(patch);
        if (ours) contested.push(patch);
        const winner = book.merge(patch, stamp, Date.now());
        if (winner === null) continue;
        accepted.push(winner);
        if (!ours) unconfirmed.add(patch, stamp);
      }
    }
    if (refused > 0) options.onNotice({ code: 'refusedPatches', count: refused });
    // What this map uses is archived, not deleted, and the others are told.
    const applied = archiveUsed(editor.documents(), accepted);
    const kept = applied.filter((patch, index) => patch !== accepted[index]);
    if (applied.length > 0) editor.applyForeign(applied, 'tab');
    publish(kept);
    saver.markDirty([...contested, ...kept]);
  }

  channel.addEventListener('message', onMessage);
  post({ ...envelope, kind: 'hello', mapId });

  return {
    attach(editor, saver, mended = []) {
      unsubscribe = editor.subscribe((commit) => {
        if (commit.origin !== 'tab') publish(commit.patches);
      });
      publish(mended);
      attached = { editor, saver };
      for (const message of held.splice(0)) handle(message, attached);
    },
    held() {
      const arrived = createStampBook();
      for (const message of held) {
        for (const { stamp, patches } of message.kind === 'ops' ? message.batches : []) {
          for (const patch of relevant(parsePatches(patches).patches, message as OpsMessage))
            arrived.merge(patch, stamp, 0);
        }
      }
      return arrived.winners(() => true).flatMap((batch) => batch.patches);
    },
    lastSent: () => sent,
    sendWritten,
    claimUnconfirmed: unconfirmed.claimAll,
    close() {
      closed = true;
      unsubscribe?.();
      unconfirmed.stop();
      channel.close();
    },
  };
}

import type { Walk } from '../../model/records/walk.ts';

type Titled = Pick<Walk, 'name' | 'walker' | 'startedAt'>;

/** What two walks are called beside one another: walks of one name by who walked too, else by when (`instantText` words it). */
export function walkTitles(
  pair: readonly [Titled, Titled],
  unnamed: string,
  instantText: (instant: string) => string,
): readonly [string, string] {
  const named = ({ name }: Titled) => name || unnamed;
  const titles = [
    named,
    (walk: Titled) => [named(walk), walk.walker].filter((part) => part !== '').join(', '),
    (walk: Titled) =>
      [named(walk), walk.startedAt === null ? '' : instantText(walk.startedAt)].filter(Boolean).join(', '),
  ].map((titleOf) => [titleOf(pair[0]), titleOf(pair[1])] as const);
  return titles.find(([a, b]) => a !== b) ?? [`1. ${named(pair[0])}`, `2. ${named(pair[1])}`];
}

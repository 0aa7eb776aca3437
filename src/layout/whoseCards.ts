import { everybody, type Whose } from './cardContent.ts';
import { bandOf } from './scene.ts';

/** Who is looked at on a card: the persona of its band, by the card's key, else those that are shown. */
export function whoseOf(key: string, shown: readonly string[]): Whose {
  const band = bandOf(key);
  if (band !== null) return { band, personaIds: [band] };
  return shown.length === 0 ? everybody : { band: null, personaIds: shown };
}

import i18next from 'i18next';
import { frictionMarks } from '../analysis/mark.ts';
import { type Looked, lookAtAll, shownOf } from '../canvas/shown.ts';
import { noOverlay, type Overlay } from '../editor/session.ts';
import type { Scene } from '../layout/scene.ts';
import type { Lens } from '../model/lens.ts';
import type { Documents } from '../model/tables.ts';
import { paintScene, sceneBounds } from '../paint/canvasPainter.ts';
import { layOutTitle, paintTitle } from '../paint/paintTitle.ts';
import { fitPngSize } from '../paint/pngSize.ts';
import { themes } from '../paint/theme.ts';
import { loadFonts } from './fonts.ts';
import { pictureTitle } from './pictureTitle.ts';
import { layOutWhole, paintWords } from './wholeMap.ts';

export interface PngOptions {
  /** 1 to 4 pixels for one of the map. */
  readonly scale?: number;
  readonly lens?: Lens;
  readonly theme?: 'light' | 'dark';
  /** Whose journey is to be seen, and how: as the session has it. Everybody's when left out. */
  readonly looked?: Looked;
  /** Name, day, personas and the meaning of the marks above the map. Yes when left out. */
  readonly title?: boolean;
  /** What of a KPI is laid over the map; nothing when left out. Lanes of KPIs are there anyway. */
  readonly overlay?: Partial<Overlay>;
}

export interface PngResult {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** The scale asked for would not have fitted into a canvas. */
  readonly clamped: boolean;
}

/** Size of the picture of a map at a scale, with what stands above and below it, before anything is painted. */
export function pngSizeOf(scene: Scene, scale: number, around: number) {
  const bounds = sceneBounds(scene);
  return fitPngSize(bounds.width, bounds.height + around, scale);
}

/** The title above the picture of a map that has been laid out. */
export async function titleOf(
  documents: Documents,
  { scene, handoffs, measurer }: Pick<Awaited<ReturnType<typeof layOutWhole>>, 'scene' | 'handoffs' | 'measurer'>,
  lens: Lens,
  looked: Looked,
) {
  const title = pictureTitle(documents, handoffs, lens, shownOf(documents, looked), new Date());
  await loadFonts([title.title, title.meta, ...title.marks.map(({ text }) => text)]);
  return layOutTitle(title, sceneBounds(scene).width, measurer);
}

/** Paints the whole map as a PNG. Rejects with a sentence when the browser cannot make the picture. */
export async function paintPng(
  documents: Documents,
  {
    scale = 2,
    lens = 'channel',
    theme = 'light',
    looked = lookAtAll,
    title: titled = true,
    overlay = noOverlay,
  }: PngOptions = {},
): Promise<PngResult> {
  const whole = await layOutWhole(documents, lens, looked);
  const { scene, content, facts, faded, measurer } = whole;
  const title = titled ? await titleOf(documents, whole, lens, looked) : null;
  const { personaFilter, sideBySide } = looked;
  const { overlayPicture } = await import('./kpis/overlayPicture.ts');
  const wanted = { overlay: { ...noOverlay, ...overlay }, personaFilter, sideBySide };
  const laid = await overlayPicture(documents, scene, measurer, wanted);
  const bounds = sceneBounds(scene);
  const top = title?.height ?? 0;
  const size = pngSizeOf(scene, Math.min(4, Math.max(1, scale)), top + laid.height);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error(i18next.t('export.noCanvas'));
  context.scale(size.scale, size.scale);
  if (title !== null) paintTitle(context, title, themes[theme]);
  context.translate(-bounds.x, top - bounds.y);
  paintScene(context, scene, {
    docs: documents,
    content,
    facts,
    faded,
    personaIds: looked.personaFilter,
    frictions: frictionMarks(documents.map),
    paintOverlay: (ctx, under) => laid.paint(ctx, under, faded, themes[theme]),
    tones: laid.tones,
    theme: themes[theme],
    level: 'card',
    words: paintWords(),
  });
  laid.paintLegend(context, bounds.y + bounds.height, themes[theme]);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  canvas.width = 0;
  if (blob === null) throw new Error(i18next.t('export.noPicture'));
  return { blob, ...size };
}

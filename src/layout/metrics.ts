/** Lengths in CSS pixels at zoom 1. The screen, the exports and the tests read them here. */
export const CARD_WIDTH = 148;
export const CARD_HEIGHT = 66;
export const CARD_GAP = 8;
/** Above and below the cards of a row. */
export const ROW_PADDING = 10;
/** Narrowest space between two columns of cards; it widens with the links that run in it. */
export const MIN_GUTTER = 34;
/** Distance of two links that run side by side. */
export const TRACK = 9;
/** Cards of a cell that are shown before the rest folds to "+n". */
export const FOLD_AFTER = 6;
export const FOLD_HEIGHT = 22;
export const STAGE_HEAD_HEIGHT = 28;
export const STEP_HEAD_HEIGHT = 34;
export const HEAD_HEIGHT = STAGE_HEAD_HEIGHT + STEP_HEAD_HEIGHT;
export const ROW_HEAD_WIDTH = 148;
export const EMPTY_ROW_HEIGHT = CARD_HEIGHT + 2 * ROW_PADDING;
export const MIN_LANE_HEIGHT = 48;
/** The head of a persona's band. */
export const BAND_HEAD_HEIGHT = 32;
/** A lane of emotion: its height, the space above its highest line and below its lowest, and one step of feeling. */
export const EMOTION_HEIGHT = 130;
export const EMOTION_INSET = 17;
export const FEELING_STEP = (EMOTION_HEIGHT - 2 * EMOTION_INSET) / 4;
export const COLLAPSED_ROW_HEIGHT = 34;
export const COLLAPSED_STAGE_WIDTH = 64;
/** Space between two stages' bands. */
export const STAGE_GAP = 6;
/** A handoff mark is drawn in a square of this side; marks keep this distance from centre to centre. */
export const MARK_SIZE = 22;

/** Between a link that runs between two rows and the cards (or the border) beside it. */
export const ROW_TRACK_CLEARANCE = 8;
/** Between two links at one side of a card, and from a card's corner to the first of them. */
export const PORT_GAP = 10;
export const PORT_INSET = 10;
/** Narrow box that stands for the cards of a collapsed cell. */
export const SUMMARY_WIDTH = COLLAPSED_STAGE_WIDTH - MIN_GUTTER;
export const SUMMARY_HEIGHT = 22;
export const COLLAPSED_ROW_PADDING = (COLLAPSED_ROW_HEIGHT - SUMMARY_HEIGHT) / 2;
/** A text card of a lane: its text stands this far from the bar that pain points and opportunities have at their left. */
export const LANE_TEXT_INSET = 10;
/** Without a bar it stands nearly flush with the names of the steps above. */
export const PLAIN_LANE_TEXT_INSET = 2;
export const LANE_TEXT_PADDING = 4;
export const LANE_PADDING = 6;
export const LANE_CARD_GAP = 4;
/** Lines of a lane's card that are shown on screen; exports show all. */
export const LANE_CARD_LINES = 8;
/** The card of an opportunity in a lane: around its texts, and between its title and what stands below. */
export const OPPORTUNITY_PADDING = 6;
export const OPPORTUNITY_GAP = 2;
export const OPPORTUNITY_SIGN = 9;
export const OPPORTUNITY_LINES = 4;
export const OPPORTUNITY_WIDTH = CARD_WIDTH - 16;
export const LANE_TEXT_WIDTH = CARD_WIDTH - LANE_TEXT_INSET - 4;
/** The card of a piece of evidence in a lane: its text stands beside the sign of its kind, and is shortened in exports too. */
export const EVIDENCE_INSET = 20;
export const EVIDENCE_SIGN = 13;
export const EVIDENCE_LINES = 3;
/** Pieces of a cell that are shown before the rest folds to "+n". */
export const EVIDENCE_FOLD = 3;
export const EVIDENCE_WIDTH = CARD_WIDTH - EVIDENCE_INSET - 2;

/** A font of the map: size and line height in CSS pixels, weight as in CSS. */
export interface TextStyle {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: 400 | 600;
}
export const titleStyle: TextStyle = { size: 12.5, lineHeight: 16, weight: 600 };
export const metaStyle: TextStyle = { size: 11, lineHeight: 14, weight: 400 };
export const laneTextStyle: TextStyle = { size: 12.5, lineHeight: 17, weight: 400 };
/** Two lines of a step's name stand clear of the stage above and the line below. */
export const stepStyle: TextStyle = { size: 12.5, lineHeight: 15, weight: 400 };
export const stageStyle: TextStyle = { size: 12.5, lineHeight: 17, weight: 600 };
/** A card that shows its title only is read from afar, or at half size. */
export const titleOnlyStyle: TextStyle = { size: 16, lineHeight: 18, weight: 600 };
export const TITLE_ONLY_LINES = 3;
export const FONT_FAMILY = '"Noto Sans", "Noto Sans Thai", "Noto Sans SC", sans-serif';

/** The CSS `font` of a style. */
export function cssFont(style: TextStyle): string {
  return `${style.weight} ${style.size}px ${FONT_FAMILY}`;
}

/** Room for a card's title: the card less its padding and the channel's mark. */
export const TITLE_WIDTH = CARD_WIDTH - 8 - 20 - 8 - 8;
export const TITLE_LINES = 2;

/** The inside of a card: x and y from its top left corner. */
export const CARD_PADDING = 8;
export const CARD_RADIUS = 8;
/** The channel's tinted square, and the icon in it. */
export const CHANNEL_MARK = 20;
export const CHANNEL_ICON = 14;
export const TITLE_X = CARD_PADDING + CHANNEL_MARK + 8;
export const TITLE_Y = 7;
/** Middle of the line of device, department and faces. */
export const META_Y = 51;
export const META_ICON = 13;
export const FACE_SIZE = 16;
/** The mark of a persona on the upper border of a card that does not belong to all. */
export const OWNER_SIZE = 10;
/** Left edge in the card of the mark of its persona at this place, from 0. */
export const ownerX = (index: number) => CARD_PADDING + index * (OWNER_SIZE + 3);
/** Middle of the mark of a card judged a gap, at its lower right corner, and its size in parts of a handoff's mark. */
export const CARD_MARK_X = CARD_WIDTH - 3;
export const CARD_MARK_Y = CARD_HEIGHT - 2;
export const CARD_MARK_SCALE = 0.9;
export const TITLE_ONLY_WIDTH = CARD_WIDTH - 2 * CARD_PADDING;

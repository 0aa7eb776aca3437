import type { personaShapes } from '../model/records/persona.ts';

/** The outline of a persona's shape as SVG path data on a 16 x 16 field, to be filled. */
export const personaOutlines: Readonly<Record<(typeof personaShapes)[number], string>> = {
  circle: 'M14.5 8A6.5 6.5 0 1 1 1.5 8A6.5 6.5 0 1 1 14.5 8Z',
  triangle: 'M8 1.5L15 14H1Z',
  square: 'M2 2H14V14H2Z',
  diamond: 'M8 0.5L15.5 8L8 15.5L0.5 8Z',
  pentagon: 'M8 1L15.2 6.3L12.5 14.8H3.5L0.8 6.3Z',
};

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { curveColor } from '../../../src/canvas/feelingText.ts';
import { colors } from '../../../src/model/records/common.ts';
import { lightTheme, mixed } from '../../../src/paint/theme.ts';
import { PersonaMark } from '../../../src/ui/PersonaMark.tsx';

it('Z22 the mark of a persona has the colour of its curve, and of what is painted', () => {
  for (const color of colors) {
    const mark = renderToStaticMarkup(createElement(PersonaMark, { shape: 'circle', color }));
    const curve = curveColor({ color, shape: 'circle' } as Parameters<typeof curveColor>[0]);
    expect(mark).toContain(`fill="${curve}"`);
    expect(curve).toContain(`var(--${color}) 60%, var(--ink)`);
    const { base, ink } = lightTheme.colors[color];
    expect(ink).toBe(mixed(base, 0.6, lightTheme.ink));
  }
});

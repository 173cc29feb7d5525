import { describe, expect, it } from 'vitest';
import { paletteFor } from '../../../src/render/table/palette.js';

const TONES = ['plain', 'strong', 'muted', 'good', 'bad', 'warning'] as const;

describe('paletteFor', () => {
  it('changes nothing without colour, whatever the environment says', () => {
    const palette = paletteFor(false);
    for (const tone of TONES) expect(palette.tone(tone, 'x')).toBe('x');
    for (const heat of [-3, -2, -1, 0, 1, 2, 3]) expect(palette.heat(heat, 'x')).toBe('x');
    expect(palette.heading('x')).toBe('x');
  });

  it('tells gains from losses and their sizes apart with colour, with codes every terminal has', () => {
    const palette = paletteFor(true);
    const shades = [-3, -2, -1, 0, 1, 2, 3].map((heat) => palette.heat(heat, 'x'));
    expect(new Set(shades).size).toBe(7);
    expect(palette.heat(0, 'x')).toBe('x');
    expect(palette.tone('bad', 'x')).toBe('\u001b[31mx\u001b[39m');
    // 38;5 and 38;2 introduce 256 colours and true colour.
    for (const shade of shades) expect(shade).not.toMatch(/[34]8;[25]/);
  });
});

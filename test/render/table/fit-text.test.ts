import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, textWidth, wrapText } from '../../../src/render/table/fit-text.js';

const text = fc.string({ unit: 'grapheme', maxLength: 60 });

describe('cutText', () => {
  it.each([
    ['BTC-31JUL26-70000-C', 19, 'BTC-31JUL26-70000-C'],
    ['BTC-31JUL26-70000-C', 12, 'BTC-31…000-C'],
    ['BTC-31JUL26-70000-C', 3, 'B…C'],
    ['abc', 2, 'ab'],
    ['日経平均株価指数', 7, '日経…数'],
    ['', 5, ''],
  ])('cutText(%j, %i) is %j', (whole, width, cut) => {
    expect(cutText(whole, width)).toBe(cut);
  });

  it('never passes the width and keeps both ends', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 40 }), (whole, width) => {
        const cut = cutText(whole, width);
        expect(textWidth(cut)).toBeLessThanOrEqual(width);
        if (cut === whole) return;
        const [head, tail] = cut.split('…');
        expect(whole.startsWith(head ?? '?')).toBe(true);
        expect(whole.endsWith(tail ?? '?')).toBe(true);
      }),
      { seed: 17, numRuns: 400 },
    );
  });
});

describe('wrapText', () => {
  it('breaks at spaces', () => {
    expect(wrapText('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('breaks a word that is longer than a line', () => {
    expect(wrapText('a abcdefghij b', 4)).toEqual(['a', 'abcd', 'efgh', 'ij b']);
  });

  it('makes one line of nothing', () => {
    expect(wrapText('', 10)).toEqual(['']);
  });

  it('never passes the width and loses nothing but spaces', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 40 }), (whole, width) => {
        const lines = wrapText(whole, width);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
      }),
      { seed: 19, numRuns: 400 },
    );
  });
});

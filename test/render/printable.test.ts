import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../src/render/index.js';

describe('printable', () => {
  it.each([
    ['\u001b[31mred', '\\x1b[31mred'],
    ['\u009b31m', '\\x9b31m'],
    ['a\u0000b\u007fc', 'a\\x00b\\x7fc'],
    ['line\nfeed\r\n\ttab', 'line\\nfeed\\r\\n\\ttab'],
    ['BTC\u202eTEP', 'BTC\\u{202e}TEP'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
    ['par\u2029graph', 'par\\u{2029}graph'],
    ['half \ud800 pair', 'half \\u{d800} pair'],
  ])('spells out %j', (hostile, shown) => {
    expect(printable(hostile)).toBe(shown);
  });

  it.each(['BTC-31JUL26-70000-C', 'Größe 4 €', '日経225', 'moon 🌕', 'a\\b'])('leaves %j as it is', (text) => {
    expect(printable(text)).toBe(text);
  });

  it('leaves no control character in any text, and nothing to do a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = printable(text);
        expect(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(shown)).toBe(false);
        expect(printable(shown)).toBe(shown);
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});

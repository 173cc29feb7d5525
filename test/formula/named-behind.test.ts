import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denseAffine, evaluate, max, min, namedBehind, norm, scale, sum } from '../../src/formula/index.js';
import { formulas, quantities } from './random-formula.js';

describe('a formula named behind a word', () => {
  it('comes to the same amount', () => {
    fc.assert(
      fc.property(formulas('any'), quantities, (formula, book) => {
        expect(evaluate(namedBehind('later', formula), book)).toBe(evaluate(formula, book));
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  it('names every node but the linear forms, which it does not copy', () => {
    const x = denseAffine('x', Float64Array.of(1, 2));
    const root = sum('all', [
      max('worst', [x, x]),
      scale('half', 0.5, min('best', [x])),
      norm('root', [x], Float64Array.of(1)),
    ]);
    expect(namedBehind('2026-07-03', root)).toEqual(
      sum('2026-07-03 all', [
        max('2026-07-03 worst', [x, x]),
        scale('2026-07-03 half', 0.5, min('2026-07-03 best', [x])),
        norm('2026-07-03 root', [x], Float64Array.of(1)),
      ]),
    );
    expect(namedBehind('2026-07-03', x)).toBe(x);
  });

  it('keeps shared what parts share', () => {
    const part = max('part', [denseAffine('x', Float64Array.of(1))]);
    const named = namedBehind('later', sum('twice', [part, part]));
    expect(named.kind === 'sum' && named.children[0]).toBe(named.kind === 'sum' && named.children[1]);
  });
});

import { describe, expect, it } from 'vitest';
import { breaks, limitLines, limitValue, nothingTraded } from '../../src/app/limit-lines.js';
import { denseAffine } from '../../src/formula/index.js';
import { aBookLimit, aLimit } from '../optimizer/hedge-cases.js';

const delta = denseAffine('delta', Float64Array.of(2, -1));
const BOOK = Float64Array.of(3, 1);
const TRADED = {
  cost: Float64Array.of(10, 5),
  notional: Float64Array.of(100, 50),
  contracts: Float64Array.of(1, 2),
  partLevels: 1,
};

describe('limitValue', () => {
  it('is the figure of the book, of the trades, or their number', () => {
    expect(limitValue(aBookLimit(delta), BOOK, TRADED)).toBe(5);
    const first = Uint8Array.of(1, 0);
    const all = Uint8Array.of(1, 1);
    expect(limitValue(aLimit({ kind: 'trades', amount: 'cost', lines: first }), BOOK, TRADED)).toBe(10);
    expect(limitValue(aLimit({ kind: 'trades', amount: 'notional', lines: all }), BOOK, TRADED)).toBe(150);
    expect(limitValue(aLimit({ kind: 'count' }), BOOK, TRADED)).toBe(2);
    expect(limitValue(aLimit({ kind: 'trades', amount: 'cost', lines: all }), BOOK, nothingTraded(2))).toBe(0);
  });
});

describe('breaks', () => {
  const line = { min: -10, max: 10, value: 0, before: 0 };
  it.each([
    [{ value: 10 }, false],
    [{ value: 10 + 0.9e-5 }, false],
    [{ value: 10 + 1.1e-5 }, true],
    [{ value: -10.1 }, true],
    [{ min: null, value: -1e9 }, false],
    [{ max: null, value: 1e9 }, false],
    [{ value: 10.0005, before: 1000 }, false],
    [{ min: null, max: 0, value: 0.9e-6 }, false],
    [{ min: null, max: 0, value: 1.1e-6 }, true],
  ])('%j: %s', (changes, expected) => {
    expect(breaks({ ...line, ...changes })).toBe(expected);
  });
});

describe('limitLines', () => {
  it('tells value, ends, what was before, and which end binds', () => {
    const limit = aBookLimit(delta, { min: -Infinity, max: 5, before: 7, priority: 2 });
    expect(limitLines([limit], BOOK, TRADED)).toEqual([
      {
        limit: 'delta',
        scope: 'delta',
        unit: 'units',
        value: 5,
        min: null,
        max: 5,
        before: 7,
        priority: 2,
        binding: true,
        shadowPrice: 0,
        relaxedBy: 0,
      },
    ]);
  });

  it('has a price only where the limit binds', () => {
    const [binding, free] = [aBookLimit(delta, { max: 5 }), aBookLimit(delta, { max: 50 })];
    const prices = new Map([
      [binding, 3],
      [free, 4],
    ]);
    expect(limitLines([binding, free], BOOK, TRADED, prices).map(({ shadowPrice }) => shadowPrice)).toEqual([3, 0]);
  });

  it('tells by how much the farther end gave way, and that the moved end binds', () => {
    const limit = aBookLimit(delta, { min: 1, max: 4 });
    const [line] = limitLines([limit], BOOK, TRADED, new Map(), new Map([[limit, { min: 1, max: 5 }]]));
    expect(line).toMatchObject({ min: 1, max: 4, relaxedBy: 1, binding: true });
    expect(breaks(line!)).toBe(true);
    const open = aBookLimit(delta, { min: 6 });
    const [below] = limitLines([open], BOOK, TRADED, new Map(), new Map([[open, { min: 5, max: Infinity }]]));
    expect(below!.relaxedBy).toBe(1);
  });

  it('leaves out instruments of a pattern that are neither held nor traded', () => {
    const position = (scope: string, j: number, min: number, max: number) => {
      const node = denseAffine(
        scope,
        Float64Array.from([0, 1, 2], (k) => (k === j ? 1 : 0)),
      );
      const limit = aBookLimit(node, { kind: 'position', min, max });
      return { ...limit, limit: { ...limit.limit, scope: 'X*' } };
    };
    const book = Float64Array.of(3, 0, 0);
    const pattern = [position('X0', 0, -5, 5), position('X1', 1, -5, 5), position('X2', 2, 1, 5)];
    expect(limitLines(pattern, book, nothingTraded(3)).map(({ scope }) => scope)).toEqual(['X0', 'X2']);
    const alone = aBookLimit(denseAffine('X1', Float64Array.of(0, 1, 0)), { kind: 'position', max: 5 });
    expect(limitLines([alone], book, nothingTraded(3))).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { jsonFacts } from './json-facts.js';
import { netLines } from './net-lines.js';
import { statedComparison } from './stated-tolerance.js';

const FACTS = jsonFacts({
  plain: 1.5,
  text: ' .238 ',
  huge: '1500000000000000000001',
  tiny: '-1e-18',
  word: 'x',
  nothing: null,
  yes: 1,
  no: 'false',
  list: [{ a: 1 }, { b: 2 }],
  pairs: [
    ['x', 1, '2'],
    ['y', 3],
  ],
  ragged: [1, 'two'],
});

describe('a field', () => {
  it('is a number or a decimal string', () => {
    expect(FACTS.number('plain')).toBe(1.5);
    expect(FACTS.number('text')).toBe(0.238);
    expect(FACTS.number('huge')).toBe(1.5e21);
    expect(FACTS.number('tiny')).toBe(-1e-18);
  });

  it('may be left out where a default is stated', () => {
    expect(FACTS.number('missing', 7)).toBe(7);
    expect(FACTS.number('nothing', 7)).toBe(7);
    expect(FACTS.flag('missing', true)).toBe(true);
    expect(FACTS.list('missing')).toEqual([]);
    expect([FACTS.has('plain'), FACTS.has('nothing')]).toEqual([true, false]);
  });

  it('is true or false in any usual way', () => {
    expect(FACTS.flag('yes')).toBe(true);
    expect(FACTS.flag('no')).toBe(false);
  });

  it('is found in lists, and in lists of lists', () => {
    expect(FACTS.list('list').map(({ path }) => path)).toEqual(['list[0]', 'list[1]']);
    expect(FACTS.numbers('pairs', -1)).toEqual([2, 3]);
  });

  it.each<readonly [string, () => unknown]>([
    ['missing is missing', () => FACTS.number('missing')],
    ['nothing is missing', () => FACTS.number('nothing')],
    ['word is no number: "x"', () => FACTS.number('word')],
    ['word is neither true nor false: "x"', () => FACTS.flag('word')],
    ['list[1].a is missing', () => FACTS.list('list')[1]!.number('a')],
    ['ragged[1] is no number: "two"', () => FACTS.numbers('ragged')],
    ['plain is no list', () => FACTS.list('plain')],
    ['plain is no object', () => FACTS.object('plain')],
    ['missing is missing', () => FACTS.list('missing', 'required')],
    ['the document is no object', () => jsonFacts([])],
  ])('that cannot be read is named: %s', (sentence, read) => {
    expect(read).toThrow(sentence);
  });
});

describe('lines', () => {
  it('of one key are one line', () => {
    const held = [
      { line: 'a', quantity: 1 },
      { line: 'b', quantity: 2 },
      { line: 'a', quantity: -4 },
    ];
    expect(netLines(held, (line) => line)).toEqual([
      { line: 'a', quantity: -3 },
      { line: 'b', quantity: 2 },
    ]);
  });
});

describe('a stated tolerance', () => {
  const whole = jsonFacts({ tolerance: { truncateTowardZeroToInteger: true } });

  it('is relative, and absolute below one', () => {
    const stated = jsonFacts({ tolerance: { rel: '1e-6' } });
    expect(statedComparison(stated, 'IM', 1, 2000).tolerance).toBeCloseTo(2e-3, 12);
    expect(statedComparison(stated, 'IM', 1, 0.5).tolerance).toBe(1e-6);
    expect(statedComparison(jsonFacts({}), 'IM', 1, 0.5).tolerance).toBe(1e-9);
  });

  it.each([
    [-371_689.9, -371_689, -371_689],
    [12.99, 12, 12],
    [12.99, 13, 12],
    [-103.9999999999, -104, -104],
    [-103.9999999999, -103, -103],
    [-0.2, 0, 0],
  ])('of whole numbers takes %d for %d as %d', (ours, theirs, counted) => {
    expect(statedComparison(whole, 'IM', ours, theirs)).toEqual({ field: 'IM', ours: counted, theirs, tolerance: 0 });
  });
});

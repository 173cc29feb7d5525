import { describe, expect, it } from 'vitest';
import { expiryScope, isProblem, matchesPattern, matchScope } from '../../../src/optimizer/limits/index.js';
import { CONTEXT, LINES } from './a-context.js';

describe('matchesPattern', () => {
  it.each([
    ['BTC-31JUL26-60000-C', 'BTC-*-C', true],
    ['BTC-31JUL26-60000-P', 'BTC-*-C', false],
    ['BTC-31JUL26-60000-C', 'btc-31jul26-60000-c', true],
    ['BTC-31JUL26-60000-C', '*', true],
    ['BTC-31JUL26-60000-C', 'BTC', false],
    ['BTC-31JUL26-60000-C', 'BTC-31JUL26-?0000-C', true],
    ['BTC-31JUL26-60000-C', 'BTC-31JUL26-?-C', false],
    ['ES.H26', 'ES?H26', true],
    ['ESXH26', 'ES.H26', false],
    ['A(1)+[x]', 'A(1)+[x]', true],
    ['a\\b', 'a\\b', true],
    ['', '', true],
  ])('%s against %s: %s', (name, pattern, expected) => {
    expect(matchesPattern(name, pattern)).toBe(expected);
  });
});

describe('matchScope', () => {
  const match = (scope: string) => {
    const found = matchScope(scope, CONTEXT);
    if (isProblem(found)) throw new Error(found.problem);
    return { columns: found.columns, underlyings: [...found.underlyings].sort() };
  };

  it.each([
    ['total', [0, 1, 2, 3], ['BTC', 'ETH', 'SOL']],
    ['TOTAL', [0, 1, 2, 3], ['BTC', 'ETH', 'SOL']],
    ['*', [0, 1, 2, 3], ['BTC', 'ETH', 'SOL']],
    ['BTC', [0, 1], ['BTC']],
    ['eth', [2, 3], ['ETH']],
    ['2026-07-31', [0, 2], ['BTC', 'ETH']],
    ['*-C', [0, 1], ['BTC']],
    ['ETH-28AUG26', [3], ['ETH']],
  ])('%s means columns %j', (scope, columns, underlyings) => {
    expect(match(scope)).toEqual({ columns, underlyings });
  });

  it.each(['SOL', 'SOL-PERPETUAL', '2026-12-25', 'SOL-*'])('%s is known though nothing of it is a line', (scope) => {
    expect(match(scope).columns).toEqual([]);
  });

  it.each(['XRP', '2026-01-01', 'BTC-*-P', 'DVOL', 'down 1/3: BTC ladder, vol up'])('%s is nothing', (scope) => {
    expect(matchScope(scope, CONTEXT)).toMatchObject({ problem: 'unknownScope' });
  });

  it('tells what a scope could have been, without indices', () => {
    const found = matchScope('XRP', { lines: LINES.slice(0, 1), market: CONTEXT.market.slice(-2) });
    expect(found).toEqual({
      problem: 'unknownScope',
      known: ['total', 'BTC', '2026-07-31', '2026-12-25', 'BTC-31JUL26-60000-C', 'BTC-25DEC26-90000-C'],
    });
  });

  it('has a total even of nothing', () => {
    expect(isProblem(matchScope('total', { lines: [], market: [] }))).toBe(false);
  });
});

describe('expiryScope', () => {
  it('is the date, or nothing', () => {
    expect(LINES.map(({ instrument }) => expiryScope(instrument))).toEqual([
      '2026-07-31',
      '2026-08-28',
      '2026-07-31',
      '2026-08-28',
      null,
    ]);
  });
});

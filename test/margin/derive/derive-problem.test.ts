import { describe, expect, it } from 'vitest';
import { figureProblems, lineProblems } from '../../../src/margin/derive/derive-problem.js';
import { negativeHoldings } from '../../../src/margin/derive/negative-holdings.js';
import { requireSound } from '../../../src/margin/derive/require-sound.js';
import { spotProblems } from '../../../src/margin/derive/spot-problems.js';

const option = {
  kind: 'option',
  name: 'C100',
  secondsToExpiry: 100,
  strike: 100,
  right: 'C',
  volatility: 0.5,
} as const;
const feeds = new Map([[100, { hasCurve: false }]]);
const told = (lines: Parameters<typeof lineProblems>[0]): string[] =>
  lineProblems(lines, feeds).map(({ subject, problem }) => `${subject}: ${problem}`);

describe('lines', () => {
  it('are sound', () => {
    expect(told([option, { ...option, name: 'P100', right: 'P' }, { kind: 'cash', name: 'USD' }])).toEqual([]);
  });

  it.each([
    [{ ...option, secondsToExpiry: 101 }, 'C100: no feed for its expiry in 101 seconds'],
    [{ ...option, strike: 0 }, 'C100: a strike of 0'],
    [{ ...option, strike: Number.NaN }, 'C100: a strike of NaN'],
    [{ ...option, volatility: null }, 'C100: no volatility, and no curve in the feed of its expiry'],
    [{ ...option, volatility: -1 }, 'C100: a volatility of -1'],
  ])('%j are told of', (line, sentence) => {
    expect(told([line])).toEqual([sentence]);
  });

  it('may not repeat a contract', () => {
    expect(told([option, { ...option, name: 'again' }])).toEqual(['again: the same contract on two lines']);
    expect(
      told([
        { kind: 'perpetual', name: 'a' },
        { kind: 'perpetual', name: 'b' },
      ]),
    ).toHaveLength(1);
    expect(
      told([
        { kind: 'collateral', name: 'a' },
        { kind: 'collateral', name: 'b' },
      ]),
    ).toEqual([]);
  });
});

describe('figures', () => {
  it('are numbers, amounts or prices', () => {
    const figures = { a: -1, b: 0, c: 1, d: Number.NaN, e: Infinity };
    const names = (may: Parameters<typeof figureProblems>[2]): string[] =>
      figureProblems('x', figures, may).map(({ problem }) => problem);
    expect(names('be any number')).toEqual(['d of NaN', 'e of Infinity']);
    expect(names('not be negative')).toEqual(['a of -1', 'd of NaN', 'e of Infinity']);
    expect(names('only be positive')).toEqual(['a of -1', 'b of 0', 'd of NaN', 'e of Infinity']);
  });

  it('of spot and perpetual are looked at', () => {
    const sound = { spot: 100, spotConfidence: 1, perpetual: null };
    expect(spotProblems('feeds', sound, [])).toEqual([]);
    expect(spotProblems('feeds', sound, [{ kind: 'perpetual' }])).toEqual([
      { subject: 'perpetual of feeds', problem: 'no feed for its price' },
    ]);
    const unsound = { spot: 0, spotConfidence: -1, perpetual: { price: -5, confidence: 1 } };
    expect(spotProblems('feeds', unsound, []).map(({ problem }) => problem)).toEqual([
      'spot of 0',
      'spotConfidence of -1',
      'price of -5',
    ]);
  });
});

describe('holdings', () => {
  it('of collateral and base assets are not negative', () => {
    const lines = [
      { kind: 'collateral', name: 'WBTC' },
      { kind: 'base', name: 'ETH' },
      { kind: 'perpetual', name: 'perp' },
    ];
    expect(negativeHoldings(lines, Float64Array.of(-1, 0, -9))).toEqual([
      { subject: 'WBTC', problem: 'a negative quantity of -1' },
    ]);
  });
});

describe('a model', () => {
  it('refuses what is unsound, naming it', () => {
    expect(() => requireSound('derive-pm2', [{ subject: 'spot', problem: 'of 0' }])).toThrow('derive-pm2: spot: of 0');
    expect(() => requireSound('derive-pm2', [])).not.toThrow();
  });
});

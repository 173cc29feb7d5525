import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/domain/index.js';
import {
  ageLine,
  revalue,
  type ScenarioSet,
  type VolatilityMove,
  type VolatilityShock,
} from '../../src/scenario/index.js';
import { americanByTree } from './american-by-tree.js';
import { blackByIntegration } from './black-by-integration.js';
import { future, index, inverse, lineOf, linesOf, option, perpetual, spot, viewOf } from './sample-market.js';

const BTC = index('BTC', 60_000);
const ETH = index('ETH', 1_500);
/** Half up, a quarter down, at every tenor. */
const SHOCK: VolatilityShock = {
  rangeUp: 0.5,
  rangeDown: 0.25,
  referenceDays: 30,
  shortTermPower: 0,
  longTermPower: 0,
  minDays: 1,
  minVolatility: 0.05,
};
const FACTORS = { up: 1.5, none: 1, down: 0.75 } as const;

/** One block of the given underlyings; each scenario is a volatility move and one price move per underlying. */
function moves(underlyings: string[], ...scenarios: [VolatilityMove, ...number[]][]): ScenarioSet {
  return {
    underlyings,
    blocks: [underlyings],
    scenarios: scenarios.map(([volatility, ...fractions]) => ({
      name: `${fractions} ${volatility}`,
      block: 0,
      moves: Float64Array.from(fractions),
      volatility,
      weight: 1,
    })),
  };
}

const profits = (entry: Quote, set: ScenarioSet, currency = 'USD'): number[] => [
  ...revalue([lineOf(entry, viewOf([BTC, ETH, entry], currency))], set, SHOCK).values,
];

const GRID: [VolatilityMove, number][] = [
  ['none', 0],
  ['up', 0],
  ['up', -0.2],
  ['none', -0.2],
  ['down', 0.15],
  ['none', 0.4],
  ['up', 1.5],
];

describe('full revaluation, cell by cell', () => {
  it('linear option: Black-76 at the shocked forward and volatility, less its value today', () => {
    const entry = option('BTC', 73, 65_000, 'P', { iv: 0.5, underlyingPrice: 61_000, rate: 0.04 }, { multiplier: 0.1 });
    const value = (move: number, volatility: VolatilityMove): number =>
      0.1 *
      blackByIntegration(
        'P',
        61_000 * (1 + move),
        65_000,
        0.5 * FACTORS[volatility] * Math.sqrt(0.2),
        Math.exp(-0.008),
      );
    profits(entry, moves(['BTC'], ...GRID)).forEach((profit, s) => {
      const [volatility, move] = GRID[s]!;
      expect(profit).toBeCloseTo(value(move, volatility) - value(0, 'none'), 7);
    });
  });

  it('coin-settled option: the coin price at the shocked forward, converted at the shocked level', () => {
    const entry = option('BTC', 73, 65_000, 'C', { iv: 0.5, underlyingPrice: 61_000 }, inverse('BTC', 'option'));
    const value = (move: number, volatility: VolatilityMove): number => {
      const forward = 61_000 * (1 + move);
      const coin = blackByIntegration('C', forward, 65_000, 0.5 * FACTORS[volatility] * Math.sqrt(0.2)) / forward;
      return coin * 60_000 * (1 + move);
    };
    profits(entry, moves(['BTC'], ...GRID)).forEach((profit, s) => {
      const [volatility, move] = GRID[s]!;
      expect(profit).toBeCloseTo(value(move, volatility) - value(0, 'none'), 6);
    });
  });

  it.each<[string, Partial<Quote>, number, number]>([
    ['on spot', { rate: 0.05, dividendYield: 0.02 }, 60_000, 0.02],
    ['on a future', { rate: 0.05, underlyingPrice: 61_000 }, 61_000, 0.05],
  ])('American option %s: the tree agrees to 5 dollars of 60,000', (_what, figures, price, dividendYield) => {
    const entry = option('BTC', 73, 62_000, 'P', { iv: 0.5, ...figures }, { exercise: 'american' });
    const value = (move: number, volatility: VolatilityMove): number =>
      americanByTree('P', price * (1 + move), 62_000, 0.5 * FACTORS[volatility], 0.2, 0.05, dividendYield);
    profits(entry, moves(['BTC'], ...GRID)).forEach((profit, s) => {
      const [volatility, move] = GRID[s]!;
      expect(Math.abs(profit - (value(move, volatility) - value(0, 'none')))).toBeLessThan(5);
    });
    expect(profits(entry, moves(['BTC'], ['none', 0]))).toEqual([0]);
  });

  it('inverse perpetual: coin profit q (1 - 1 / (1 + m)), q = 10 / 60,030 coin, at the shocked level', () => {
    const entry = perpetual('BTC', 60_030, inverse('BTC', 'future'));
    profits(entry, moves(['BTC'], ...GRID)).forEach((profit, s) => {
      const move = GRID[s]![1];
      const coin = (10 / 60_030) * (1 - 1 / (1 + move));
      expect(profit).toBeCloseTo(coin * 60_000 * (1 + move), 10);
    });
  });

  it('futures and spot: multiplier x price x move, whatever the volatility', () => {
    const entries = [future('BTC', 73, 61_000, { multiplier: 5 }), spot('BTC', 59_990, { multiplier: 2 })];
    for (const entry of entries) {
      const { multiplier } = entry.instrument;
      profits(entry, moves(['BTC'], ...GRID)).forEach((profit, s) => {
        expect(profit).toBeCloseTo(multiplier * entry.mark! * GRID[s]![1], 7);
      });
    }
  });

  it('a contract quoted in a coin: its price at the shocked price of that coin', () => {
    const entry = future('BTC', 73, 40, { currency: 'ETH' });
    const set = moves(['BTC', 'ETH'], ['none', 0.1, 0], ['none', 0.1, -0.2], ['none', 0, -0.2]);
    // 40 ETH up a tenth is 4 ETH: 6,000 dollars at 1,500, 4,800 at 1,200; a price that stands still pays nothing.
    const expected = [6_000, 4_800, 0];
    profits(entry, set).forEach((profit, s) => {
      expect(profit).toBeCloseTo(expected[s]!, 8);
    });
  });
});

describe('prices in a scenario', () => {
  it('do not fall below one hundredth of the level', () => {
    const set = moves(['BTC'], ['none', -0.99], ['none', -1.7], ['none', -40]);
    for (const [entry, expected] of [
      [spot('BTC', 60_000), -59_400],
      [perpetual('BTC', 60_000, inverse('BTC', 'future')), -9.9],
    ] as const) {
      for (const profit of profits(entry, set)) expect(profit).toBeCloseTo(expected, 8);
    }
  });

  it('move the underlying of a line and no other', () => {
    const set = moves(['BTC', 'ETH'], ['none', -0.5, 0]);
    expect(profits(spot('ETH', 1_500), set)).toEqual([0]);
    expect(profits(spot('BTC', 60_000), set)).toEqual([-30_000]);
  });

  it('of another block leave an option alone, its volatility included', () => {
    const set: ScenarioSet = {
      underlyings: ['BTC', 'ETH'],
      blocks: [['BTC'], ['ETH']],
      scenarios: [0, 1].map((block) => ({
        name: `${block}`,
        block,
        moves: Float64Array.of(0, 0),
        volatility: 'up',
        weight: 1,
      })),
    };
    const call = option('ETH', 73, 1_500, 'C', { iv: 0.6, underlyingPrice: 1_500 });
    const [other, own] = profits(call, set);
    expect(other).toBeCloseTo(0, 9);
    expect(own).toBeGreaterThan(50);
    // A map over one underlying may hold contracts of another that are paid in it.
    expect(profits(call, moves(['BTC'], ['up', -0.5]))[0]).toBeCloseTo(0, 9);
  });

  it('do nothing to index rows and settled lines', () => {
    const set = moves(['BTC'], ['up', -0.5]);
    expect(profits(BTC, set)).toEqual([0]);
    const entry = future('BTC', 3, 60_000);
    expect([...revalue([ageLine(lineOf(entry, viewOf([BTC, entry])), 3)], set, SHOCK).values]).toEqual([0]);
  });

  it('are told in the reporting currency at its rate of today', () => {
    const entry = option('BTC', 73, 65_000, 'C', { iv: 0.5, underlyingPrice: 61_000 }, inverse('BTC', 'option'));
    const dollars = profits(entry, moves(['BTC'], ...GRID));
    profits(entry, moves(['BTC'], ...GRID), 'BTC').forEach((profit, s) => {
      expect(profit).toBeCloseTo(dollars[s]! / 60_000, 12);
    });
  });
});

describe('the matrix', () => {
  const quotes = [
    BTC,
    future('BTC', 73, 61_000),
    option('BTC', 73, 65_000, 'C', { iv: 0.5 }),
    option('BTC', 7, 55_000, 'P', { iv: 0.8 }, inverse('BTC', 'option')),
    perpetual('BTC', 60_030, inverse('BTC', 'future')),
  ];

  it('holds for each line what it would hold alone', () => {
    const lines = linesOf(quotes);
    const set = moves(['BTC'], ...GRID);
    const together = revalue(lines, set, SHOCK);
    expect([together.instruments, together.scenarios]).toEqual([4, GRID.length]);
    lines.forEach((line, j) => {
      const alone = revalue([line], set, SHOCK);
      GRID.forEach((_, s) => {
        expect(together.scenario(s)[j]).toBe(alone.values[s]);
      });
    });
  });

  it('is finite for any move', () => {
    const move = fc.double({ min: -10, max: 10, noNaN: true });
    const volatility = fc.constantFrom<VolatilityMove>('up', 'none', 'down');
    const lines = linesOf(quotes);
    fc.assert(
      fc.property(move, volatility, (fraction, word) => {
        const { values } = revalue(lines, moves(['BTC'], [word, fraction]), SHOCK);
        expect(values.every(Number.isFinite)).toBe(true);
      }),
      { seed: 71, numRuns: 200 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { findRegimes, type Regime } from '../../../src/correlation/regimes/find-regimes.js';
import { jointReturns } from '../../../src/correlation/regimes/joint-returns.js';
import { windowFeatures } from '../../../src/correlation/regimes/window-features.js';
import type { PriceHistory } from '../../../src/domain/index.js';
import { seededRandom } from '../../../src/math/seeded-random.js';

const dateOf = (t: number): string => new Date(Date.UTC(2020, 0, 1 + t)).toISOString().slice(0, 10);

/** Stretches of so many days with so much daily volatility and correlation of two underlyings. */
function simulated(stretches: readonly (readonly [number, number, number])[], seed = 1): PriceHistory {
  const random = seededRandom(seed);
  const [a, b] = [[100], [50]];
  for (const [days, volatility, rho] of stretches) {
    for (let t = 0; t < days; t++) {
      const [x, y] = [random.normal(), random.normal()];
      a.push(a.at(-1)! * Math.exp(volatility * x));
      b.push(b.at(-1)! * Math.exp(volatility * (rho * x + Math.sqrt(1 - rho ** 2) * y)));
    }
  }
  const series = new Map([
    ['A', Float64Array.from(a)],
    ['B', Float64Array.from(b)],
  ]);
  return { dates: a.map((_, t) => dateOf(t)), series };
}

const found = (history: PriceHistory, regimes = 2, window = 21): readonly Regime[] => {
  const answer = findRegimes(jointReturns(history, ['A', 'B']), { regimes, window, seed: 0 });
  if (answer.kind !== 'found') throw new Error(answer.kind);
  return answer.regimes;
};

describe('regimes of simulated prices', () => {
  const history = simulated([
    [200, 0.01, 0.2],
    [120, 0.03, 0.9],
    [180, 0.01, 0.2],
  ]);

  it('are those that the days were drawn from', () => {
    const [calm, stressed] = found(history);
    expect([calm!.name, stressed!.name]).toEqual(['calm', 'stressed']);
    expect(calm!.days + stressed!.days).toBe(500);
    // The edges of a stretch are told by windows, which see them up to half their length late.
    expect(Math.abs(stressed!.days - 120)).toBeLessThan(25);
    expect(stressed!.share).toBeCloseTo(stressed!.days / 500, 12);
    // Standard errors of 120 and 380 draws, thrice: 0.05 and 0.15 in correlation.
    expect(stressed!.correlation.values[1]).toBeGreaterThan(0.8);
    expect(Math.abs(calm!.correlation.values[1]! - 0.2)).toBeLessThan(0.2);
    expect(stressed!.dailyVolatilities.get('A')).toBeGreaterThan(0.025);
    expect(calm!.dailyVolatilities.get('B')).toBeLessThan(0.013);
  });

  it('have spells that cover their days once', () => {
    const regimes = found(history);
    for (const { days, spells } of regimes) expect(spells.reduce((sum, spell) => sum + spell.days, 0)).toBe(days);
    const all = regimes.flatMap(({ spells }) => spells).sort((a, b) => (a.from < b.from ? -1 : 1));
    expect([all[0]!.from, all.at(-1)!.to]).toEqual([dateOf(1), dateOf(500)]);
    const gaps = all.slice(1).map((spell, k) => Date.parse(spell.from) - Date.parse(all[k]!.to));
    expect(new Set(gaps)).toEqual(new Set([86_400_000]));
  });

  it('have the moments of their days', () => {
    const returns = jointReturns(history, ['A', 'B']);
    for (const { spells, correlation, dailyVolatilities, days } of found(history)) {
      const rows = returns.dates.flatMap((date, t) =>
        spells.some(({ from, to }) => date >= from && date <= to)
          ? [[returns.values[2 * t]!, returns.values[2 * t + 1]!]]
          : [],
      ) as [number, number][];
      const meanOf = (k: 0 | 1): number => rows.reduce((sum, row) => sum + row[k], 0) / days;
      const [ma, mb] = [meanOf(0), meanOf(1)];
      const sumOf = (of: (x: number, y: number) => number): number =>
        rows.reduce((sum, [x, y]) => sum + of(x - ma, y - mb), 0);
      const [xy, xx, yy] = [sumOf((x, y) => x * y), sumOf((x) => x * x), sumOf((_, y) => y * y)];
      expect(correlation.values[1]).toBeCloseTo(xy / Math.sqrt(xx * yy), 12);
      const square = rows.reduce((sum, [x]) => sum + x * x, 0) / days;
      expect(dailyVolatilities.get('A')).toBeCloseTo(Math.sqrt(square), 14);
    }
  });

  it('may be more than two, and one', () => {
    const three = found(
      simulated([
        [150, 0.005, 0.1],
        [150, 0.02, 0.5],
        [150, 0.06, 0.95],
      ]),
      3,
    );
    expect(three.map(({ name }) => name)).toEqual(['calm', 'middle', 'stressed']);
    const volatilities = three.map(({ dailyVolatilities }) => dailyVolatilities.get('A')!);
    expect(volatilities).toEqual([...volatilities].sort((a, b) => a - b));
    expect(found(history, 1)).toMatchObject([{ name: 'all days', days: 500, share: 1 }]);
  });

  it('are the same for the same seed', () => {
    expect(found(history)).toEqual(found(history));
  });

  it('need days enough', () => {
    const short = jointReturns(simulated([[41, 0.01, 0.5]]), ['A', 'B']);
    expect(findRegimes(short, { regimes: 2, window: 21, seed: 0 })).toEqual({
      kind: 'tooFewReturns',
      returns: 41,
      required: 42,
    });
  });

  it('are not there where the prices stand still', () => {
    const still = new Map([
      ['A', new Float64Array(101).fill(5)],
      ['B', new Float64Array(101).fill(7)],
    ]);
    const returns = jointReturns({ dates: Array.from({ length: 101 }, (_, t) => dateOf(t)), series: still }, [
      'A',
      'B',
    ]);
    expect(findRegimes(returns, { regimes: 2, window: 21, seed: 0 })).toEqual({ kind: 'tooAlike', distinct: 1 });
  });
});

describe('returns of common dates', () => {
  const history: PriceHistory = {
    dates: ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'],
    series: new Map([
      ['A', Float64Array.of(1, 2, 4, 8)],
      ['B', Float64Array.of(1, Number.NaN, 3, 9)],
    ]),
  };

  it('span the days on which one has no price', () => {
    const { dates, values } = jointReturns(history, ['A', 'B']);
    expect(dates).toEqual(['2020-01-03', '2020-01-04']);
    const expected = [Math.log(4), Math.log(3), Math.log(2), Math.log(3)];
    for (const [k, value] of expected.entries()) expect(values[k]).toBeCloseTo(value, 12);
  });

  it('end where they are told', () => {
    expect(jointReturns(history, ['A'], '2020-01-02').dates).toEqual(['2020-01-02']);
    expect(jointReturns(history, ['A', 'B'], '2020-01-02').dates).toEqual([]);
    expect(() => jointReturns(history, ['C'])).toThrow(RangeError);
  });
});

describe('what a window looks like', () => {
  it('is what its own returns come to, standardised', () => {
    const returns = jointReturns(simulated([[30, 0.02, 0.5]]), ['A', 'B']);
    const { count, values } = windowFeatures(returns, 10);
    expect(count).toBe(21);
    const raw = Array.from({ length: count }, (_, k) => {
      const rows = Array.from({ length: 10 }, (_, t) => [
        returns.values[2 * (k + t)]!,
        returns.values[2 * (k + t) + 1]!,
      ]);
      const [ma, mb] = [0, 1].map((side) => rows.reduce((sum, row) => sum + row[side]!, 0) / 10) as [number, number];
      const moment = (f: (x: number, y: number) => number): number =>
        rows.reduce((sum, [x, y]) => sum + f(x! - ma, y! - mb), 0) / 10;
      const [va, vb] = [moment((x) => x * x), moment((_, y) => y * y)];
      return [(Math.log(va) + Math.log(vb)) / 4, Math.atanh(moment((x, y) => x * y) / Math.sqrt(va * vb))] as const;
    });
    for (const side of [0, 1] as const) {
      const middle = raw.reduce((sum, row) => sum + row[side], 0) / count;
      const spread = Math.sqrt(raw.reduce((sum, row) => sum + (row[side] - middle) ** 2, 0) / (count - 1));
      for (const [k, row] of raw.entries()) expect(values[2 * k + side]).toBeCloseTo((row[side] - middle) / spread, 6);
    }
  });

  it('needs a window of returns', () => {
    expect(() => windowFeatures(jointReturns(simulated([[5, 0.01, 0]]), ['A', 'B']), 6)).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { hedgeBeta, hedgeEffectiveness } from '../../src/correlation/hedges/hedge-effectiveness.js';
import { minimumVarianceHedge } from '../../src/correlation/hedges/minimum-variance-hedge.js';
import { stressedWindows } from '../../src/correlation/hedges/stressed-windows.js';
import type { JointReturns } from '../../src/correlation/regimes/joint-returns.js';

const dateOf = (t: number): string => new Date(Date.UTC(2020, 0, 1 + t)).toISOString().slice(0, 10);

function returnsOf(rows: readonly (readonly number[])[]): JointReturns {
  const names = (rows[0] ?? []).map((_, i) => `u${i}`);
  return { names, dates: rows.map((_, t) => dateOf(t)), values: Float64Array.from(rows.flat()) };
}

describe('minimumVarianceHedge', () => {
  it('is where the variance (sigma_u^2 + 2 h rho sigma_u sigma_v + h^2 sigma_v^2) is least, found by a fine walk', () => {
    const [u, v, rho] = [0.03, 0.05, 0.7];
    const variance = (h: number): number => u * u + 2 * h * rho * u * v + h * h * v * v;
    let best = 0;
    for (let h = -2; h <= 2; h += 1e-4) if (variance(h) < variance(best)) best = h;
    const { ratio, residualShare } = minimumVarianceHedge(rho, { exposure: u, hedge: v });
    expect(ratio).toBeCloseTo(best, 3);
    expect(variance(ratio) / (u * u)).toBeCloseTo(residualShare, 12);
    expect(residualShare).toBeCloseTo(1 - 0.49, 12);
  });

  it('leaves everything without correlation and nothing with a perfect one', () => {
    expect(minimumVarianceHedge(0, { exposure: 1, hedge: 2 })).toEqual({ ratio: -0, residualShare: 1 });
    expect(minimumVarianceHedge(-1, { exposure: 1, hedge: 2 })).toEqual({ ratio: 0.5, residualShare: 0 });
    expect(() => minimumVarianceHedge(0.5, { exposure: 1, hedge: 0 })).toThrow(/volatilities above 0/);
  });
});

describe('hedgeEffectiveness', () => {
  // Six days in which the second moves half as much, then six in which it moves the other way.
  const calm = [0.02, -0.02, 0.04, -0.04, 0.02, -0.02].map((u) => [u, u / 2]);
  const broken = [0.02, -0.02, 0.04, -0.04, 0.02, -0.02].map((u) => [u, -u / 2]);

  it('over all dates is the square of the correlation at the best amount', () => {
    const returns = returnsOf([...calm, ...calm, ...broken]);
    const beta = hedgeBeta(returns)!;
    const all = hedgeEffectiveness(returns, beta)!;
    // Two thirds of the dates with +1/2, a third with -1/2: sum uv = (1/3)(1/2) sum u^2, sum v^2 = (1/4) sum u^2.
    expect(beta).toBeCloseTo(1 / 3 / 2 / (1 / 4), 12);
    expect(all.correlation).toBeCloseTo(1 / 3, 12);
    expect(all.effectiveness).toBeCloseTo(1 / 9, 12);
    expect(all.hedged / all.unhedged).toBeCloseTo(8 / 9, 12);
  });

  it('between dates is of those alone, at the amount of all: 1 - (1 + beta/2)^2 where the second moves against', () => {
    const returns = returnsOf([...calm, ...broken]);
    const window = hedgeEffectiveness(returns, 1, { from: dateOf(6), to: dateOf(11) })!;
    expect(window.correlation).toBeCloseTo(-1, 12);
    expect(window.effectiveness).toBeCloseTo(1 - 1.5 ** 2, 12);
    expect(hedgeEffectiveness(returns, 1, { from: dateOf(0), to: dateOf(5) })!.effectiveness).toBeCloseTo(0.75, 12);
  });

  it('is nothing over a few dates, or where one of the two does not move', () => {
    expect(hedgeEffectiveness(returnsOf(calm.slice(0, 4)), 1)).toBeNull();
    expect(hedgeEffectiveness(returnsOf(calm.map(([u]) => [u!, 0])), 1)).toBeNull();
    expect(hedgeBeta(returnsOf(calm.map(([u]) => [u!, 0])))).toBeNull();
  });
});

describe('stressedWindows', () => {
  const quiet = Array.from({ length: 60 }, (_, t) => [t % 2 === 0 ? 0.01 : -0.01, t % 2 === 0 ? 0.01 : -0.01]);
  const rows = quiet.map((row, t) => (t >= 20 && t < 25 ? [-0.03, 0.01] : t >= 40 && t < 45 ? [0.05, 0.05] : row));

  it('finds where the book lost most, and apart from it where prices moved most', () => {
    const windows = stressedWindows(returnsOf(rows), [1000, -1000], { days: 5, most: 1 });
    expect(windows).toHaveLength(2);
    expect(windows[0]).toMatchObject({ kind: 'worst', from: dateOf(20), to: dateOf(24) });
    expect(windows[0]?.bookMove).toBeCloseTo(1000 * 5 * (-0.03 - 0.01), 9);
    expect(windows[1]).toMatchObject({ kind: 'volatile', from: dateOf(40), to: dateOf(44) });
    expect(windows[1]?.bookMove).toBeCloseTo(0, 9);
    const first = 50 * 0.01 ** 2 + 5 * 0.03 ** 2 + 5 * 0.05 ** 2;
    const second = 55 * 0.01 ** 2 + 5 * 0.05 ** 2;
    const share = (60 * 0.05 ** 2 * (1 / first + 1 / second)) / 2;
    expect(windows[1]?.volatility).toBeCloseTo(Math.sqrt(share), 9);
  });

  it('never overlap, and a book that never loses has no worst ones', () => {
    const windows = stressedWindows(returnsOf(rows), [1000, -1000], { days: 5, most: 3 });
    const starts = windows.map(({ from }) => Date.parse(from) / 86_400_000);
    for (const [k, one] of starts.entries()) {
      for (const other of starts.slice(k + 1)) expect(Math.abs(one - other)).toBeGreaterThanOrEqual(5);
    }
    const gains = stressedWindows(returnsOf(rows.map(([u]) => [Math.abs(u!)])), [1], { days: 5, most: 3 });
    expect(gains.every(({ kind }) => kind === 'volatile')).toBe(true);
    expect(stressedWindows(returnsOf(rows.slice(0, 3)), [1, 1], { days: 5, most: 3 })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lineGreeks, MarketView, type ValuedInstrument } from '../../src/scenario/index.js';
import { RECORDED_OPTIONS, type RecordedOption } from './recorded-deribit-options.js';
import { index, lineOf, market, quote } from './sample-market.js';

/** The option at the instant, index and forward of its own recording. */
function recordedLine(row: RecordedOption, given: 'iv' | 'mark'): ValuedInstrument {
  const { name, strike, right } = row;
  const terms = { settlement: 'inverse', currency: 'BTC', strike, right, expiry: Date.parse(row.expiry) } as const;
  const figures = { underlyingPrice: row.forward, rate: 0 };
  const entry = quote(
    { name, type: 'option', underlying: 'BTC', ...terms },
    given === 'iv' ? { ...figures, iv: row.ivPercent / 100 } : { ...figures, mark: row.mark },
  );
  return lineOf(entry, new MarketView(market(index('BTC', row.index), entry), Date.parse(row.timestamp), 'USD'));
}

/** The venue prints five decimals; that is the better part of what is left. */
const relative = (ours: number, theirs: number): number => Math.abs(ours / theirs - 1);

describe.each(RECORDED_OPTIONS.map((row) => [row.name, row] as const))('%s', (_name, row) => {
  const line = recordedLine(row, 'iv');
  const greeks = lineGreeks(line);
  // A contract's money is coin at the index; the venue's dollar greeks are coin at the forward of the expiry.
  const basis = row.forward / row.index;

  it('model price is the mark to 2e-4 BTC (6e-5 beyond the last day)', () => {
    expect(Math.abs(line.markPrice! - row.mark)).toBeLessThan(line.days < 1 ? 2e-4 : 6e-5);
    expect(line.markValue).toBeCloseTo(line.markPrice! * row.index, 8);
  });

  it('delta to 5e-5 and gamma to 6e-6', () => {
    expect(Math.abs(greeks.delta - row.delta)).toBeLessThan(5e-5);
    // Ours is per dollar of the index, the venue's per dollar of the forward.
    expect(Math.abs(greeks.gamma / basis - row.gamma)).toBeLessThan(6e-6);
  });

  it('vega, theta and rho, at the forward, to 6e-4 of themselves', () => {
    expect(relative(greeks.vega * basis, row.vega)).toBeLessThan(6e-4);
    expect(relative(greeks.rho * basis, row.rho)).toBeLessThan(6e-4);
    // In its last day the venue reports what is left to lose, not a whole day of it.
    expect(relative(greeks.theta * basis * Math.min(1, line.days), row.theta)).toBeLessThan(6e-4);
  });

  it('the mark gives the volatility back to 0.15 points where an at-the-money option would', () => {
    const solved = recordedLine(row, 'mark').volatility!;
    // The mark is rounded to 1e-4 BTC or less: that is worth so many points of volatility here.
    const points = (2e-4 * row.index) / greeks.vega;
    expect(Math.abs(solved * 100 - row.ivPercent)).toBeLessThan(points);
  });
});

describe('the recorded rows', () => {
  it('are twenty, of both rights and seven expiries', () => {
    expect(RECORDED_OPTIONS).toHaveLength(20);
    expect(new Set(RECORDED_OPTIONS.map((row) => row.expiry)).size).toBe(7);
    expect(new Set(RECORDED_OPTIONS.map((row) => row.right)).size).toBe(2);
  });
});

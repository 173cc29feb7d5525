import { describe, expect, it } from 'vitest';
import type { Quote } from '../../../src/domain/index.js';
import { TIMS_PARAMETER_SETS } from '../../../src/margin/tims/index.js';
import { strategyMargin } from '../../../src/margin/tims/strategy-margin.js';
import { index, linesOf, option, spot } from '../../scenario/sample-market.js';

const { values } = TIMS_PARAMETER_SETS[0]!;
const HUNDRED = { multiplier: 100, exercise: 'american' } as const;
const call = (strike: number, mark: number, days = 30): Quote =>
  option('IBM', days, strike, 'C', { mark, iv: 0.3 }, HUNDRED);
const put = (strike: number, mark: number, days = 30): Quote =>
  option('IBM', days, strike, 'P', { mark, iv: 0.3 }, HUNDRED);

/** Margin of quotes with quantities, shares of IBM at 100. */
function margin(...held: readonly (readonly [number, Quote])[]): number {
  const lines = linesOf([index('IBM', 100), ...held.map(([, quote]) => quote)]);
  return strategyMargin(
    lines,
    Float64Array.from(held, ([quantity]) => quantity),
    values,
  );
}

describe('strategy-based margin', () => {
  it('of an uncovered short option is 20 % less what it is out of the money, but at least 10 %', () => {
    expect(margin([-1, call(105, 2)])).toBeCloseTo(100 * (20 - 5), 9);
    expect(margin([-1, call(120, 0.2)])).toBeCloseTo(100 * 10, 9);
    // The floor of a put is of its strike.
    expect(margin([-1, put(70, 0.1)])).toBeCloseTo(100 * 7, 9);
    expect(margin([-1, put(110, 12)])).toBeCloseTo(100 * 20, 9);
  });

  it('of a broad index and its funds is 15 %', () => {
    const quotes = [index('SPX', 1000), option('SPX', 30, 1000, 'P', { mark: 20, iv: 0.2 }, { multiplier: 100 })];
    expect(strategyMargin(linesOf(quotes), Float64Array.of(-1), values)).toBeCloseTo(100 * 150, 9);
  });

  it('of shares is half, of a long option its premium', () => {
    expect(margin([100, spot('IBM', 100)])).toBeCloseTo(5000, 9);
    expect(margin([-100, spot('IBM', 100)])).toBeCloseTo(5000, 9);
    expect(margin([2, put(95, 1.5)])).toBeCloseTo(300, 9);
  });

  it('lets shares cover calls, and short shares puts', () => {
    expect(margin([100, spot('IBM', 100)], [-1, call(105, 2)])).toBeCloseTo(5000 - 200, 9);
    expect(margin([-100, spot('IBM', 100)], [-1, put(95, 1.5)])).toBeCloseTo(5000 - 150, 9);
    // Half of the calls are left uncovered.
    expect(margin([100, spot('IBM', 100)], [-2, call(105, 2)])).toBeCloseTo(5000 - 200 + 1500, 9);
    // Shares held long are no cover of a put.
    expect(margin([100, spot('IBM', 100)], [-1, put(95, 1.5)])).toBeCloseTo(5000 + 1500, 9);
  });

  it('of a spread is what its strikes can lose', () => {
    // Credit spreads: difference of the strikes less the credit.
    expect(margin([-1, call(100, 4)], [1, call(105, 2)])).toBeCloseTo(500 - 200, 9);
    expect(margin([-1, put(100, 4)], [1, put(95, 2)])).toBeCloseTo(500 - 200, 9);
    // Debit spreads: what was paid.
    expect(margin([1, call(100, 4)], [-1, call(105, 2)])).toBeCloseTo(200, 9);
    expect(margin([1, put(100, 4)], [-1, put(95, 2)])).toBeCloseTo(200, 9);
  });

  it('needs a long option that lives as long', () => {
    expect(margin([-1, call(100, 4, 30)], [1, call(100, 6, 60)])).toBeCloseTo(200, 9);
    expect(margin([-1, call(100, 6, 60)], [1, call(100, 4, 30)])).toBeCloseTo(2000 + 400, 9);
  });

  it('of short calls beside short puts is the greater', () => {
    // Call 15 + 2, put 15 + 1.5: the call's requirement, and the put's premium, both premiums received.
    expect(margin([-1, call(105, 2)], [-1, put(95, 1.5)])).toBeCloseTo(1500, 9);
    expect(margin([-1, call(100, 4)], [-1, put(95, 1.5)])).toBeCloseTo(2000, 9);
    expect(margin([-2, call(105, 2)], [-1, put(95, 1.5)])).toBeCloseTo(3000, 9);
  });

  it('takes the cover that saves most first, and each once', () => {
    // One long call covers the dearer short one; the other stays uncovered.
    expect(margin([-1, call(100, 4)], [-1, call(110, 1)], [1, call(100, 4.01, 60)])).toBeCloseTo(
      401 - 400 - 100 + (100 + 1000),
      9,
    );
  });

  it('of an iron condor is its two spreads', () => {
    const condor = [
      [-1, call(105, 2)],
      [1, call(110, 1)],
      [-1, put(95, 1.5)],
      [1, put(90, 0.5)],
    ] as const;
    expect(margin(...condor)).toBeCloseTo(500 + 500 - 200, 9);
  });

  it('keeps underlyings apart, and of nothing is nothing', () => {
    expect(margin()).toBe(0);
    const quotes = [index('IBM', 100), call(105, 2), spot('XYZ', 100)];
    expect(strategyMargin(linesOf(quotes), Float64Array.of(-1, 100), values)).toBeCloseTo(1500 + 5000, 9);
  });
});

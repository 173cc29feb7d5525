import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineProfit } from '../../../src/margin/venue-lines/index.js';
import { black76 } from '../../../src/pricing/index.js';
import { future, option, perpetual, spot } from './sample-book.js';

const atOnce = (priceMove: number, volatility = 0) => ({ priceMove, volatility, years: 20 / 365 });

describe('profit of a future', () => {
  it('in coin is 1 - 1/(1 + move) per coin (Deribit, BTC-PERPETUAL of its documented example)', () => {
    const line = { ...perpetual(65_910.57), unitsPerContract: 0.314538364 };
    expect(lineProfit(line, atOnce(-0.16), 'coin')).toBeCloseTo(-0.05991206933333334, 15);
    expect(lineProfit(line, atOnce(0.16), 'coin')).toBeCloseTo(0.043384601931034494, 15);
  });

  it('in quote currency is price x move (Dederi, ten ETH futures at 2253.2: 3380 at 15 %)', () => {
    const line = { ...future(2253.2, 20, 'linear', 'ETH'), unitsPerContract: 10 };
    expect(Math.round(lineProfit(line, atOnce(0.15), 'quote'))).toBe(3380);
    expect(Math.round(lineProfit(line, atOnce(-0.06), 'quote'))).toBe(-1352);
  });

  it('in the other money is converted at the shocked price', () => {
    for (const settlement of ['linear', 'inverse'] as const) {
      const line = future(50_000, 10, settlement);
      const coins = lineProfit(line, atOnce(0.25), 'coin');
      expect(coins * 50_000 * 1.25).toBeCloseTo(lineProfit(line, atOnce(0.25), 'quote'), 9);
    }
  });
});

describe('profit of a coin', () => {
  it('is nothing in coin and the move in quote currency', () => {
    expect(lineProfit(spot(60_000), atOnce(-0.5), 'coin')).toBe(0);
    expect(lineProfit(spot(60_000), atOnce(-0.5), 'quote')).toBe(-30_000);
  });
});

describe('profit of an option', () => {
  it('that is sure to be exercised is that of what it delivers', () => {
    const linear = option(['C', 1, 60_000, 20, 0.5], 'linear');
    expect(lineProfit(linear, atOnce(0.1, 0.5), 'quote')).toBeCloseTo(6000, 6);
    // An inverse call at next to no strike pays one coin whatever happens.
    const inverse = option(['C', 1e-6, 60_000, 20, 0.5]);
    expect(lineProfit(inverse, atOnce(-0.5, 0.5), 'coin')).toBeCloseTo(0, 9);
  });

  it('obeys put-call parity: call less put is a forward at the strike', () => {
    const figure = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        figure(-0.6, 4),
        figure(0.1, 2),
        figure(20_000, 150_000),
        fc.constantFrom('coin' as const, 'quote' as const),
        fc.constantFrom('linear' as const, 'inverse' as const),
        (move, volatility, strike, money, settlement) => {
          const [call, put] = (['C', 'P'] as const).map((right) =>
            lineProfit(option([right, strike, 60_000, 20, 0.6], settlement), atOnce(move, volatility), money),
          );
          const shocked = 60_000 * (1 + move);
          // What a forward at the strike is worth after less before, each at its own price.
          const coins = settlement === 'inverse' ? strike / 60_000 - strike / shocked : 60_000 * (move / shocked);
          const forward = money === 'coin' ? coins : 60_000 * move;
          expect(Math.abs(call! - put! - forward)).toBeLessThan(1e-9 * (money === 'coin' ? 10 : 1e6));
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it('loses no more than the premium in the money it is counted in', () => {
    const line = option(['P', 60_000, 60_000, 20, 0.6]);
    const premium = black76('P', 60_000, 60_000, 0.6 * Math.sqrt(20 / 365), 1);
    expect(lineProfit(line, atOnce(3, 0.6), 'quote')).toBeCloseTo(-premium, 6);
    expect(lineProfit(line, atOnce(3, 0.6), 'coin')).toBeCloseTo(-premium / 60_000, 9);
  });

  it('is nothing when nothing moves, and positive for volatility alone', () => {
    const line = option(['P', 55_000, 60_000, 20, 0.6]);
    expect(lineProfit(line, atOnce(0, 0.6), 'coin')).toBe(0);
    expect(lineProfit(line, atOnce(0, 0.7), 'coin')).toBeGreaterThan(0);
  });
});

describe('a move that leaves no price', () => {
  it('is refused', () => {
    expect(() => lineProfit(perpetual(60_000), atOnce(-1), 'quote')).toThrow(/leaves no price of 'BTC-PERPETUAL'/);
  });
});

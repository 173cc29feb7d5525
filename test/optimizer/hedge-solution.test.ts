import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absolute, denseAffine } from '../../src/formula/index.js';
import { bookAfter, costOf, objectiveOf, tradesOf } from '../../src/optimizer/hedge-solution.js';
import { ProgramBuilder } from '../../src/optimizer/solver/index.js';
import { TradeColumns } from '../../src/optimizer/trade-columns.js';
import { aCandidate, aLevel, aProblem } from './hedge-cases.js';

function trading(candidates: ReturnType<typeof aCandidate>[], wholeLots: boolean, ...x: number[]) {
  const columns = new TradeColumns(new ProgramBuilder(), candidates, new Float64Array(9), wholeLots);
  return tradesOf(Float64Array.from(x), columns);
}

describe('tradesOf', () => {
  it('tells what is bought and sold, with the notional', () => {
    const trades = trading([aCandidate(0, { notional: 50 }), aCandidate(4, { notional: 3 })], false, 2.5, 0, 0, 4);
    expect(trades.map(({ fills: _, ...trade }) => trade)).toEqual([
      { instrument: 'X0', line: 0, direction: 1, quantity: 2.5, marginalPrice: 1, notional: 125 },
      { instrument: 'X4', line: 4, direction: -1, quantity: 4, marginalPrice: 1, notional: 12 },
    ]);
  });

  it('makes 0.3 of three lots of 0.1', () => {
    const [trade] = trading([aCandidate(0, { lot: 0.1 })], true, 3, 0);
    expect(trade!.quantity).toBe(0.3);
    expect(trading([aCandidate(0, { lot: 0.1 })], true, 0, 7)[0]!.quantity).toBe(0.7);
  });

  it('rounds what a search leaves of whole lots', () => {
    expect(trading([aCandidate(0, { lot: 5 })], true, 1.9999995, 0)[0]!.quantity).toBe(10);
    expect(trading([aCandidate(0, { lot: 5 })], true, 2e-7, 0)).toEqual([]);
  });

  it('drops dust, measured by the displayed size, and keeps small trades', () => {
    const candidate = aCandidate(0, { asks: [aLevel({ size: 1e4 })] });
    expect(trading([candidate], false, 0.9e-5, 0)).toEqual([]);
    expect(trading([candidate], false, 1.1e-5, 0)).toHaveLength(1);
    expect(trading([aCandidate(0, { asks: [aLevel({ size: 1e-5 })] })], false, 1e-6, 0)).toHaveLength(1);
  });

  it('nets what is bought and sold of one instrument, the dearest fills first', () => {
    const cheap = aLevel({ unitSpread: 1, size: 4 });
    const dear = aLevel({ unitSpread: 2, size: 6, price: 2 });
    const [trade] = trading([aCandidate(0, { asks: [dear, cheap] })], false, 6, 4, 7);
    expect(trade).toMatchObject({ direction: 1, quantity: 3, fills: [{ level: cheap, quantity: 3 }] });
    const [sold] = trading([aCandidate(0, { asks: [dear, cheap] })], false, 0, 4, 9);
    expect(sold).toMatchObject({ direction: -1, quantity: 5 });
    expect(trading([aCandidate(0)], false, 4, 4)).toEqual([]);
  });

  it('fills the best prices even where a search that was stopped did not', () => {
    const cheap = aLevel({ unitSpread: 1, size: 4 });
    const dear = aLevel({ unitSpread: 2, unitDepth: 1, size: 6, price: 2 });
    const trades = trading([aCandidate(0, { asks: [cheap, dear], bids: [] })], false, 0, 5);
    expect(trades[0]).toMatchObject({ quantity: 5, marginalPrice: 2 });
    expect(costOf(trades)).toEqual({ spread: 5, depth: 1, fees: 0 });
  });

  it('leaves no price for the next contract where everything is taken', () => {
    const ladder = [aLevel({ size: 4 }), aLevel({ size: 6, price: 2, unitSpread: 1, unitDepth: 1 })];
    const [trade] = trading([aCandidate(0, { asks: ladder, bids: [] })], false, 4, 6);
    expect(trade).toMatchObject({ quantity: 10, marginalPrice: null });
  });

  it('has fills of whole lots without binary noise', () => {
    const ladder = [aLevel({ size: 31.7 }), aLevel({ size: 39.6, price: 2, unitSpread: 1, unitDepth: 1 })];
    const [trade] = trading([aCandidate(0, { asks: ladder, bids: [], lot: 0.1 })], true, 317, 396);
    expect(trade!.fills.map(({ quantity }) => quantity)).toEqual([31.7, 39.6]);
    expect(trade!.quantity).toBe(71.3);
  });

  it('fills the cheaper level first', () => {
    const cheap = aLevel({ unitSpread: 1, size: 4 });
    const dear = aLevel({ unitSpread: 2, size: 6, price: 2 });
    const [trade] = trading([aCandidate(0, { asks: [cheap, dear], bids: [] })], false, 4, 1);
    expect(trade!.fills).toEqual([
      { level: cheap, quantity: 4 },
      { level: dear, quantity: 1 },
    ]);
  });

  it('never trades more than is displayed', () => {
    const displayed = aLevel({ size: 0.3 });
    const [trade] = trading([aCandidate(0, { asks: [displayed], lot: 0.1 })], true, 3, 0);
    expect(trade!.quantity).toBeLessThanOrEqual(0.3);
    expect(trading([aCandidate(0, { asks: [displayed] })], false, 0.3 + 1e-9, 0)[0]!.quantity).toBe(0.3);
  });

  it('leads to the same book as the point, netted or not', () => {
    const amount = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 6, maxLength: 6 }), fc.constantFrom(0.1, 0.25, 1, 5), (lots, lot) => {
        const size = aLevel({ size: 40 * lot });
        const candidates = [0, 1, 2].map((j) => aCandidate(j, { lot, asks: [size], bids: [size] }));
        const columns = new TradeColumns(new ProgramBuilder(), candidates, new Float64Array(3), true);
        const x = Float64Array.from(lots);
        const after = bookAfter(new Float64Array(3), tradesOf(x, columns));
        columns.quantities(x).forEach((quantity, j) => {
          expect(after[j]).toBeCloseTo(quantity, 9);
        });
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('costs and books', () => {
  const level = aLevel({ unitSpread: 2, unitFee: 0.5, size: 100 });
  const trades = trading([aCandidate(0, { asks: [level] }), aCandidate(1, { bids: [level] })], false, 10, 0, 0, 4);

  it('adds up spread and fees over the fills', () => {
    expect(costOf(trades)).toEqual({ spread: 28, depth: 0, fees: 7 });
    expect(costOf([])).toEqual({ spread: 0, depth: 0, fees: 0 });
  });

  it('gives the book after the trades and leaves the present one alone', () => {
    const present = Float64Array.of(1, 1, 1);
    expect([...bookAfter(present, trades)]).toEqual([11, -3, 1]);
    expect([...present]).toEqual([1, 1, 1]);
  });

  it('weighs the re-evaluated margin against the cost', () => {
    const margin = absolute('delta', denseAffine('delta', Float64Array.of(1, -2), -50));
    const problem = aProblem(margin, [aCandidate(1)], { marginWeight: 0.25 });
    expect(objectiveOf(problem, trades)).toBe(0.25 * Math.abs(10 + 8 - 50) + 35);
    expect(objectiveOf(problem, [])).toBe(12.5);
  });
});

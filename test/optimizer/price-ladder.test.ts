import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayedBook } from '../../src/optimizer/displayed-book.js';
import { findFeeSchedule } from '../../src/optimizer/fees/fee-schedules.js';
import { unitFees } from '../../src/optimizer/fees/unit-fees.js';
import { priceLadder } from '../../src/optimizer/price-ladder.js';
import { CurrencyRates, type ValuedInstrument } from '../../src/scenario/index.js';
import { aLine, NO_OPTION } from './a-line.js';

const COIN = 60_000;
const RATES = new CurrencyRates(new Map([['BTC', { level: COIN, source: 'index' as const }]]), 'USD');
const NO_FEE = () => 0;
const levels = (...prices: (readonly [number, number])[]) => prices.map(([price, size]) => ({ price, size }));
const BOOK: DisplayedBook = { bids: levels([980, 4], [970, 9]), asks: levels([1030, 7], [1035, 2], [1100, 50]) };
const OPTION = aLine('C', { quote: {} });

describe('priceLadder', () => {
  it('loses, level by level, against the mark and behind the best price', () => {
    expect(priceLadder(OPTION, 1, BOOK, () => 2, Infinity)).toEqual([
      { price: 1030, size: 7, unitSpread: 30, unitDepth: 0, unitFee: 2 },
      { price: 1035, size: 2, unitSpread: 35, unitDepth: 5, unitFee: 2 },
      { price: 1100, size: 50, unitSpread: 100, unitDepth: 70, unitFee: 2 },
    ]);
    expect(priceLadder(OPTION, -1, BOOK, NO_FEE, Infinity)).toEqual([
      { price: 980, size: 4, unitSpread: 20, unitDepth: 0, unitFee: 0 },
      { price: 970, size: 9, unitSpread: 30, unitDepth: 10, unitFee: 0 },
    ]);
  });

  it('holds fair value between the best prices of the book, not of the market row', () => {
    const stale = aLine('C', { markPrice: 900, quote: { bid: 890, ask: 910 } });
    expect(priceLadder(stale, -1, BOOK, NO_FEE, Infinity)[0]!.unitSpread).toBe(0);
    expect(priceLadder(stale, 1, BOOK, NO_FEE, Infinity)[0]!.unitSpread).toBe(50);
  });

  it('puts prices on the tick, to the worse', () => {
    const ticked = aLine('C', { quote: { tick: 25 } });
    expect(priceLadder(ticked, 1, BOOK, NO_FEE, 1).map(({ price }) => price)).toEqual([1050, 1050, 1100]);
    expect(priceLadder(ticked, -1, BOOK, NO_FEE, 1).map(({ price }) => price)).toEqual([975, 950]);
  });

  it('leaves out bids below one tick', () => {
    const ticked = aLine('C', { quote: { tick: 0.0005 } });
    const bids = levels([0.0007, 3], [0.0004, 100]);
    expect(priceLadder(ticked, -1, { bids, asks: [] }, NO_FEE, 1).map(({ price }) => price)).toEqual([0.0005]);
  });

  it('asks for the fee at the price of each level', () => {
    const ladder = priceLadder(OPTION, 1, BOOK, (_, price) => price / 10, Infinity);
    expect(ladder.map(({ unitFee }) => unitFee)).toEqual([103, 103.5, 110]);
  });

  it('gives a level without a displayed size the room there is', () => {
    const asks = [{ price: 1030, size: null }];
    expect(priceLadder(OPTION, 1, { bids: [], asks }, NO_FEE, 12)[0]!.size).toBe(12);
  });

  it('never falls in cost, not even in a crossed book with a fee that is capped', () => {
    const crossed = { bids: levels([1200, 1], [1100, 1], [1050, 1]), asks: levels([1000, 1]) };
    const ladder = priceLadder(OPTION, -1, crossed, (_, price) => price / 8, 1);
    const costs = ladder.map(({ unitSpread, unitFee }) => unitSpread + unitFee);
    expect(costs[0]).toBe(150);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  });

  const coin = { settlement: 'inverse', currency: 'BTC' } as const;
  const future = { ...NO_OPTION, type: 'future', settlement: 'inverse', multiplier: 10, currency: 'USD' } as const;
  const kinds: readonly (readonly [string, ValuedInstrument])[] = [
    ['a dollar option', aLine('C', { quote: { tick: 5 } })],
    ['a coin option', aLine('C', { terms: coin, moneyPerPrice: COIN, markPrice: 0.01, quote: { tick: 0.0005 } })],
    ['a coin future', aLine('F', { terms: future, moneyPerPrice: 10 * COIN, markPrice: COIN, quote: { tick: 0.5 } })],
    [
      'a dollar future',
      aLine('F', { terms: { ...future, settlement: 'linear', multiplier: 1 }, markPrice: COIN, quote: {} }),
    ],
  ];

  it.each(kinds)('has a marginal cost that never falls, with a venue\u2019s fees: %s', (_, line) => {
    const mark = line.markPrice!;
    // Prices between a tenth of the mark and three times it, books crossed and not.
    const side = fc.uniqueArray(fc.double({ min: 0.1, max: 3, noNaN: true }), { minLength: 1, maxLength: 8 });
    const fees = (['deribit', 'okx', 'bybit'] as const).map((id) => unitFees(RATES, findFeeSchedule(id)!));
    fc.assert(
      fc.property(side, side, fc.constantFrom(...fees), (bids, asks, fee) => {
        const book = {
          bids: levels(...[...bids].sort((a, b) => b - a).map((part) => [part * mark, 1] as const)),
          asks: levels(...[...asks].sort((a, b) => a - b).map((part) => [part * mark, 1] as const)),
        };
        for (const direction of [1, -1] as const) {
          const costs = priceLadder(line, direction, book, fee, 1).map((level) => level.unitSpread + level.unitFee);
          for (let k = 1; k < costs.length; k++) expect(costs[k]!).toBeGreaterThanOrEqual(costs[k - 1]! * (1 - 1e-12));
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Crif } from '../../../src/domain/index.js';
import { TradeRows, tradeOf } from '../../../src/margin/simm/index.js';
import { factorOf } from './simm-books.js';

const source = (trade: string, portfolio: string, collect: string[] = [], post: string[] = []) => ({
  ...{ trade, portfolio, collect, post },
});

/** Trades `a` (rows of two regimes) and `b`, a netting set `P` without trades, rows of nobody. */
const FILE: Crif = {
  factors: ['A', 'B', 'C'].map((name) => factorOf(`Equity,Risk_Equity,${name},1`)),
  sources: [
    source('a', 'P', ['SEC'], ['CFTC']),
    source('a', 'P', ['ESA']),
    source('b', 'Q'),
    source('', 'P'),
    source('', ''),
  ],
  factorOf: Int32Array.of(2, 0, 2, 1, 0, 1),
  sourceOf: Int32Array.of(0, 2, 1, 0, 3, 4),
  amountsUsd: Float64Array.of(1, 10, 100, 1000, 5, 7),
  addOns: [
    { kind: 'fixed', name: '', amount: 3, source: 2 },
    { kind: 'multiplier', name: 'Equity', amount: 2, source: 2 },
    { kind: 'fixed', name: '', amount: 4, source: 3 },
  ],
  schedule: [{ kind: 'value', productClass: 'Rates', amountUsd: 8, endMs: 0, source: 2 }],
};
const ROWS = new TradeRows(FILE);

const entries = (names: readonly string[], selection: Parameters<TradeRows['columns']>[1]) => {
  const { factors, columnOf, factorOf: place, usd } = ROWS.columns(names, selection);
  return [...usd.keys()].map((i) => [names[columnOf[i]!], factors[place[i]!]!.qualifier, usd[i]]);
};

describe('the rows of a file by trade', () => {
  it('are called by trade, else by netting set, else the book', () => {
    expect(FILE.sources.map(tradeOf)).toEqual(['a', 'a', 'b', 'P', 'book']);
    expect(ROWS.names).toEqual(['a', 'b', 'P', 'book']);
  });

  it('are those of the trades asked for, over their own factors', () => {
    expect(entries(['b', 'a'], { side: 'call' })).toEqual([
      ['b', 'A', 10],
      ['a', 'C', 1],
      ['a', 'C', 100],
      ['a', 'B', 1000],
    ]);
    expect(ROWS.columns(['b'], { side: 'call' }).factors).toHaveLength(1);
    expect(entries(['nobody'], { side: 'call' })).toEqual([]);
  });

  it('are of one side and regime', () => {
    expect(entries(['a', 'b'], { side: 'call', regulation: 'ESA' })).toEqual([
      ['a', 'C', 100],
      ['b', 'A', 10],
    ]);
    expect(entries(['b'], { side: 'post' })).toEqual([['b', 'A', -10]]);
    expect(ROWS.regimes(['a'], 'call')).toEqual(['ESA', 'SEC']);
    expect(ROWS.regimes(['a'], 'post')).toEqual(['CFTC']);
    expect(ROWS.regimes(['b'], 'call')).toEqual([]);
  });

  it('bring their add-ons and schedule as often as they are held', () => {
    const held = new Map([
      ['b', 0.5],
      ['P', 0],
    ]);
    expect(ROWS.addOns(held, { side: 'call' }).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['fixed', 1.5],
      ['multiplier', 2],
    ]);
    expect(ROWS.schedule(held, { side: 'call' }).map(({ amountUsd }) => amountUsd)).toEqual([4]);
    expect(ROWS.schedule(new Map(), { side: 'call' })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { movedView, reportingScale } from '../../src/scenario/index.js';
import { aMove, movesOf } from './a-stress.js';
import { future, index, inverse, option, perpetual, quote, viewOf } from './sample-market.js';

const ROWS = [
  index('BTC', 60_000),
  perpetual('BTC', 60_050),
  future('BTC', 30, 61_000, inverse('BTC', 'future')),
  option('BTC', 30, 65_000, 'C', { iv: 0.5, mark: 0.02, bid: 0.019, ask: 0.021, underlyingPrice: 61_000, rate: 0.01 }),
  index('ETH', 3000),
];

const marketAfter = (moves: Parameters<typeof movesOf>[0], currency = 'USD') =>
  movedView(viewOf(ROWS, currency), movesOf(moves));

describe('the market after a scenario', () => {
  it('has every row at its moved price, and no bids or asks of before', () => {
    const { market, levels } = marketAfter([
      aMove('level', -0.1, { of: 'BTC' }),
      aMove('volatility', 0.2),
      aMove('rate', 0.005),
    ]);
    const found = (name: string) => market.quotes.get(name)!;
    expect(levels.get('BTC')!.level).toBeCloseTo(54_000, 9);
    expect(levels.get('ETH')!.level).toBe(3000);
    expect(found('BTC-PERPETUAL').mark).toBeCloseTo(54_045, 9);
    expect(found('BTC-30D').mark).toBeCloseTo(54_900, 9);
    expect(found('BTC-30D-65000-C')).toMatchObject({ mark: null, bid: null, ask: null });
    expect(found('BTC-30D-65000-C').underlyingPrice).toBeCloseTo(54_900, 9);
    expect(found('BTC-30D-65000-C').iv).toBeCloseTo(0.6, 12);
    expect(found('BTC-30D-65000-C').rate).toBeCloseTo(0.015, 12);
  });

  it('is the same market where no price moves', () => {
    const view = viewOf(ROWS);
    expect(movedView(view, movesOf([aMove('time', 5)]))).toBe(view);
  });

  it('keeps a rate that nobody told untold, and takes the middle for the price of a row without a mark', () => {
    const rows = [quote({ name: 'X', type: 'spot', underlying: 'X' }, { bid: 9, ask: 11 })];
    const { market } = movedView(viewOf(rows), movesOf([aMove('level', 0.5)]));
    expect(market.quotes.get('X')).toMatchObject({ mark: 15, bid: null, rate: null });
  });

  it('leaves a row whose underlying has no level', () => {
    const rows = [...ROWS, option('SOL', 10, 100, 'C', { iv: 0.9 })];
    const { market } = movedView(viewOf(rows), movesOf([aMove('volatility', 1)]));
    expect(market.quotes.get('SOL-10D-100-C')!.iv).toBe(0.9);
  });
});

describe('reportingScale', () => {
  it('is 1 in dollars, and the coin’s own move in a coin', () => {
    const moves = [aMove('level', -0.2)];
    expect(reportingScale(viewOf(ROWS), marketAfter(moves))).toBe(1);
    expect(reportingScale(viewOf(ROWS, 'BTC'), marketAfter(moves, 'BTC'))).toBeCloseTo(0.8, 12);
  });
});

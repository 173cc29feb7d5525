import { describe, expect, it } from 'vitest';
import { cashOf, collateralValue, heldValue, portfolioValue, tradedValue } from '../../src/app/portfolio-value.js';
import type { Position } from '../../src/domain/index.js';
import type { HedgeTrade } from '../../src/optimizer/index.js';
import { MarketView } from '../../src/scenario/index.js';
import { aLine, anInstrument, aQuote, NO_OPTION } from '../optimizer/a-line.js';

const OPTION = aLine('C', { moneyPerPrice: 50, markValue: 500 });
const SPOT = aLine('S', { terms: { type: 'spot', expiry: null, ...NO_OPTION }, markValue: 620 });
const FUTURE = aLine('F', { terms: { type: 'future', ...NO_OPTION }, moneyPerPrice: 10, forward: 110, markValue: 0 });
const INVERSE = aLine('I', {
  terms: { type: 'perpetual', expiry: null, settlement: 'inverse', ...NO_OPTION },
  moneyPerPrice: 600_000,
  forward: 60_000,
  markValue: 0,
});
const LINES = [OPTION, SPOT, FUTURE, INVERSE];

const held = (line: (typeof LINES)[number], entryPrice: number | null): Position => ({
  instrument: line.instrument,
  quantity: 1,
  entryPrice,
  account: null,
  venue: null,
  tags: [],
  origin: null,
});

function traded(line: number, direction: 1 | -1, ...fills: (readonly [number, number])[]): HedgeTrade {
  return {
    instrument: LINES[line]!.instrument.name,
    line,
    direction,
    quantity: fills.reduce((total, [quantity]) => total + quantity, 0),
    fills: fills.map(([quantity, price]) => ({
      quantity,
      level: { price, size: quantity, unitSpread: 0, unitDepth: 0, unitFee: 2 },
    })),
    marginalPrice: null,
    notional: 0,
  };
}

describe('heldValue', () => {
  it('is the mark of options and spot, short ones negative', () => {
    expect(heldValue(OPTION, -3, null)).toBe(-1500);
    expect(heldValue(SPOT, 2, held(SPOT, 100))).toBe(1240);
  });

  it('is the unrealised profit of a future whose entry is known', () => {
    expect(heldValue(FUTURE, 4, held(FUTURE, 100))).toBe(4 * 10 * 10);
    expect(heldValue(FUTURE, -4, held(FUTURE, 100))).toBe(-400);
    expect(heldValue(FUTURE, 4, held(FUTURE, null))).toBe(0);
    expect(heldValue(FUTURE, 4, null)).toBe(0);
    expect(heldValue({ ...FUTURE, expired: true }, 4, held(FUTURE, 100))).toBe(0);
  });

  it('of an inverse future is the coin between the two prices', () => {
    expect(heldValue(INVERSE, 1, held(INVERSE, 50_000))).toBeCloseTo(600_000 * (1 / 50_000 - 1 / 60_000), 9);
    expect(heldValue(INVERSE, 1, held(INVERSE, 50_000))).toBeGreaterThan(0);
  });
});

describe('portfolioValue', () => {
  it('adds up what is held, positions first', () => {
    const positions = [held(OPTION, null), held(SPOT, null), held(FUTURE, 100)];
    expect(portfolioValue(LINES, Float64Array.of(-1, 2, 4, 7), positions)).toBe(-500 + 1240 + 400);
    expect(portfolioValue([], new Float64Array(0), [])).toBe(0);
  });
});

describe('what trades add', () => {
  it('to the value is the mark, or the profit since the trade', () => {
    expect(tradedValue(LINES, [traded(0, -1, [3, 9])])).toBe(-1500);
    expect(tradedValue(LINES, [traded(2, 1, [2, 108], [1, 109])])).toBe(10 * (2 * 2 + 1));
    expect(tradedValue(LINES, [traded(2, -1, [2, 108])])).toBe(-40);
    expect(tradedValue(LINES, [])).toBe(0);
  });

  it('lets a closed future keep what it had earned', () => {
    const positions = [held(FUTURE, 100)];
    const before = portfolioValue([FUTURE], Float64Array.of(4), positions);
    const close = { ...traded(2, -1, [4, 110]), line: 0 };
    expect(before + tradedValue([FUTURE], [close])).toBe(400);
  });

  it('to cash is premium and fees; a future brings its fee only', () => {
    expect(cashOf(LINES, [traded(0, 1, [3, 9])])).toBe(-3 * 9 * 50 - 6);
    expect(cashOf(LINES, [traded(0, -1, [3, 9], [1, 8])])).toBe((27 + 8) * 50 - 8);
    expect(cashOf(LINES, [traded(2, 1, [5, 108])])).toBe(-10);
    expect(cashOf(LINES, [traded(3, -1, [5, 60_000])])).toBe(-10);
    expect(Object.is(cashOf(LINES, []), 0)).toBe(true);
  });
});

describe('collateralValue', () => {
  const index = anInstrument('BTC', { type: 'index', expiry: null, ...NO_OPTION });
  const quotes = new Map([['BTC', aQuote(index, { mark: 60_000 })]]);
  const view = new MarketView({ timestamp: 0, quotes }, 0, 'USD');
  const account = (...balances: { asset: string; amount: number; haircut: number }[]) => ({
    balances,
    fundingRate: null,
    reportedInitialMargin: null,
    reportedMaintenanceMargin: null,
  });

  it('takes the haircut off what is owned and not off what is owed', () => {
    const { value, issues } = collateralValue(
      account(
        { asset: 'BTC', amount: 2, haircut: 0.1 },
        { asset: 'USD', amount: 1000, haircut: 0 },
        { asset: 'BTC', amount: -1, haircut: 0.5 },
        { asset: 'USDT', amount: 100, haircut: 0.01 },
      ),
      view,
    );
    expect(value).toBeCloseTo(2 * 60_000 * 0.9 + 1000 - 60_000 + 99, 9);
    expect(issues).toEqual([]);
  });

  it('is in the reporting currency', () => {
    const coins = new MarketView({ timestamp: 0, quotes }, 0, 'BTC');
    expect(collateralValue(account({ asset: 'USD', amount: 30_000, haircut: 0 }), coins).value).toBeCloseTo(0.5, 12);
  });

  it('complains about every asset nobody prices and counts the rest', () => {
    const { value, issues } = collateralValue(
      account(
        { asset: 'DOGE', amount: 5, haircut: 0 },
        { asset: 'USD', amount: 7, haircut: 0 },
        { asset: 'PEPE', amount: 1, haircut: 0 },
      ),
      view,
    );
    expect(value).toBe(7);
    expect(issues.map(({ code }) => code)).toEqual(['RUN_UNKNOWN_ASSET', 'RUN_UNKNOWN_ASSET']);
  });
});

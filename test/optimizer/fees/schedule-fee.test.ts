import { describe, expect, it } from 'vitest';
import type { FeeSchedule } from '../../../src/optimizer/fees/fee-schedule.js';
import { findFeeSchedule } from '../../../src/optimizer/fees/fee-schedules.js';
import { type FeeRole, scheduleFee } from '../../../src/optimizer/fees/schedule-fee.js';
import { unitFees } from '../../../src/optimizer/fees/unit-fees.js';
import { CurrencyRates, type ValuedInstrument } from '../../../src/scenario/index.js';
import { aLine, NO_OPTION } from '../a-line.js';

/** A coin of 100,000 dollars, as in the examples of Deribit's page of fees. */
const COIN = 100_000;
const RATES = new CurrencyRates(new Map([['BTC', { level: COIN, source: 'index' as const }]]), 'USD');
const inverse = { settlement: 'inverse', currency: 'BTC' } as const;
const coinOption = aLine('C', { terms: inverse, moneyPerPrice: COIN, notional: COIN });
const dollarOption = aLine('C', { notional: COIN });
/** 10 dollars a contract, quoted in dollars, paid in coin. */
const terms = { ...NO_OPTION, type: 'perpetual', expiry: null, settlement: 'inverse', multiplier: 10 } as const;
const perpetual = aLine('P', { terms, moneyPerPrice: 10 * COIN, forward: COIN, markPrice: COIN, notional: 10 });
const linear = aLine('P', { terms: { ...terms, settlement: 'linear', multiplier: 1 }, notional: COIN });

const fee = (id: string, line: ValuedInstrument, price: number, role: FeeRole = 'taker') =>
  scheduleFee(line, price, findFeeSchedule(id)!, role, RATES);

describe('scheduleFee', () => {
  it('of a Deribit coin option is 0.0003 coins, at most an eighth of its price', () => {
    expect(fee('deribit', coinOption, 0.05)).toBeCloseTo(0.0003 * COIN, 9);
    // The venue's own example: traded at 0.0001 BTC, the fee is 0.0000125 BTC.
    expect(fee('deribit', coinOption, 0.0001)).toBeCloseTo(0.000_012_5 * COIN, 9);
    expect(fee('deribit', coinOption, 0.0024)).toBeCloseTo(0.0003 * COIN, 9);
    expect(fee('deribit', coinOption, 0.05, 'maker')).toBeCloseTo(0.0003 * COIN, 9);
  });

  it('of a Deribit dollar option is a part of the index', () => {
    expect(fee('deribit', dollarOption, 5000)).toBeCloseTo(50, 9);
    expect(fee('deribit', dollarOption, 5000, 'maker')).toBeCloseTo(10, 9);
    expect(fee('deribit', dollarOption, 40)).toBeCloseTo(5, 9);
  });

  it('of a Deribit perpetual is 0.05 % of what is traded to a taker, nothing to a maker', () => {
    // The venue's own example: 50,000 dollars at 100,000 are half a coin, of which 0.00025 coins are the fee.
    expect(5000 * fee('deribit', perpetual, COIN)!).toBeCloseTo(0.000_25 * COIN, 9);
    expect(fee('deribit', perpetual, COIN, 'maker')).toBe(0);
    expect(fee('deribit', linear, 2000)).toBeCloseTo(1, 9);
  });

  it('of a coin contract falls with the price it is traded at, for a contract is fewer coins then', () => {
    expect(fee('deribit', perpetual, COIN / 2)).toBeCloseTo(2 * fee('deribit', perpetual, COIN)!, 12);
  });

  it('of a Bybit option is capped at 7 % of its price', () => {
    // The venue's own example: 0.3 contracts at 3,000 with an index of 42,000, maker: 2.52 USDT.
    const option = aLine('C', { notional: 42_000 });
    expect(0.3 * fee('bybit', option, 3000, 'maker')!).toBeCloseTo(2.52, 9);
    expect(fee('bybit', option, 100)).toBeCloseTo(7, 9);
  });

  it('of an OKX option is the venue\u2019s example', () => {
    // 0.03 % x 0.01 x 1 x 100 contracts of 0.01 BTC at 0.05 BTC are 0.0003 BTC.
    const option = aLine('C', {
      terms: { ...inverse, multiplier: 0.01 },
      moneyPerPrice: COIN / 100,
      notional: COIN / 100,
    });
    expect(100 * fee('okx', option, 0.05)!).toBeCloseTo(0.0003 * COIN, 9);
  });

  it('says nothing of contracts that the schedule does not know', () => {
    const spot = aLine('BTC_USDC', { terms: { ...NO_OPTION, type: 'spot', expiry: null } });
    expect(fee('okx', spot, COIN)).toBeNull();
    expect(fee('deribit', spot, COIN)).toBe(0);
  });

  const custom = (changes: object): FeeSchedule => ({
    ...findFeeSchedule('deribit')!,
    rates: [
      { types: ['option'], settlement: null, maker: -0.0001, taker: 0.0003, capOfPrice: 0.125, minimum: 0, ...changes },
    ],
  });

  it('is at least the minimum, which is in the currency of the price', () => {
    expect(scheduleFee(coinOption, 0.0001, custom({ minimum: 0.0001 }), 'taker', RATES)).toBeCloseTo(10, 9);
    expect(scheduleFee(coinOption, 0.05, custom({ minimum: 0.0001 }), 'taker', RATES)).toBeCloseTo(30, 9);
    expect(scheduleFee(dollarOption, 8, custom({ minimum: 2 }), 'taker', RATES)).toBe(2);
  });

  it('does not count on a rebate', () => {
    expect(scheduleFee(coinOption, 0.05, custom({}), 'maker', RATES)).toBe(0);
  });
});

describe('unitFees', () => {
  const quoted = { ...coinOption, quote: aLine('C', { terms: inverse, quote: { fee: 0.001 } }).quote };

  it('are those of the market row without a schedule, whatever the price', () => {
    expect(unitFees(RATES)(quoted, 0.05)).toBeCloseTo(100, 9);
    expect(unitFees(RATES)(quoted, 0.0001)).toBeCloseTo(100, 9);
  });

  it('are the schedule\u2019s where one is given, the row\u2019s where it does not know the contract', () => {
    expect(unitFees(RATES, findFeeSchedule('deribit')!)(quoted, 0.05)).toBeCloseTo(30, 9);
    const spot = aLine('S', { terms: { ...NO_OPTION, type: 'spot', expiry: null }, quote: { fee: 3 } });
    expect(unitFees(RATES, findFeeSchedule('okx')!)(spot, 100)).toBe(3);
  });
});

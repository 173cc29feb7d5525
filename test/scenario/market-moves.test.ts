import { describe, expect, it } from 'vitest';
import { aMove, movesOf } from './a-stress.js';
import { inDays, instrument } from './sample-market.js';

const option = (days: number, strike: number, underlying = 'BTC') => ({
  instrument: instrument({ name: 'an option', type: 'option', underlying, expiry: inDays(days), strike, right: 'C' }),
  days,
  forward: 100,
});

describe('levels', () => {
  it('fractions multiply or add up, and amounts come after them', () => {
    const moves = [aMove('level', -0.1), aMove('level', -0.2, { of: 'BTC' }), aMove('level', 5, { absolute: true })];
    expect(movesOf(moves).levelFactor('BTC', 100)).toBeCloseTo((100 * 0.9 * 0.8 + 5) / 100, 15);
    expect(movesOf(moves, 'sum').levelFactor('BTC', 100)).toBeCloseTo((100 * 0.7 + 5) / 100, 15);
    expect(movesOf(moves).levelFactor('ETH', 100)).toBeCloseTo((90 + 5) / 100, 15);
    expect(movesOf([]).levelFactor('ETH', 100)).toBe(1);
  });

  it('stop at one hundredth, and that is told', () => {
    const moves = movesOf([aMove('level', -0.6), aMove('level', -0.6)], 'sum');
    expect(moves.levelFactor('BTC', 100)).toBe(0.01);
    expect([...moves.floored]).toEqual(['BTC']);
    const amount = movesOf([aMove('level', -100, { absolute: true })]);
    expect(amount.levelFactor('BTC', 100)).toBe(0.01);
    expect(amount.levelFactor('ETH', 200)).toBe(0.5);
  });
});

describe('forwards', () => {
  it('go with the level in proportion, then by what moves their own expiry', () => {
    const expiry = '2026-07-27';
    const moves = movesOf([
      aMove('level', -0.1),
      aMove('forward', 0.05, { expiry }),
      aMove('forward', 3, { expiry, of: 'BTC', absolute: true }),
    ]);
    expect(moves.forward('BTC', inDays(30), 110, 100)).toBeCloseTo(110 * 0.9 * 1.05 + 3, 12);
    expect(moves.forward('ETH', inDays(30), 110, 100)).toBeCloseTo(110 * 0.9 * 1.05, 12);
    expect(moves.forward('BTC', inDays(60), 110, 100)).toBeCloseTo(99, 12);
    expect(moves.forward('BTC', null, 110, 100)).toBeCloseTo(99, 12);
  });

  it('an amount added to the level is the same fraction of every forward', () => {
    const moves = movesOf([aMove('level', -10, { absolute: true })]);
    expect(moves.forward('BTC', inDays(30), 120, 100)).toBeCloseTo(108, 12);
  });
});

describe('volatilities', () => {
  const of = (bucket: object, expiry: string | null = null) =>
    movesOf([
      aMove('volatility', 0.1, {
        absolute: true,
        expiry,
        bucket: { minDays: null, maxDays: null, minMoneyness: null, maxMoneyness: null, ...bucket },
      }),
    ]);

  it.each<[string, object, ReturnType<typeof option>, boolean]>([
    ['no bounds', {}, option(30, 100), true],
    ['at the shortest', { minDays: 30 }, option(30, 100), true],
    ['shorter', { minDays: 31 }, option(30, 100), false],
    ['at the upper bound', { maxDays: 30 }, option(30, 100), false],
    ['below it', { maxDays: 30.1 }, option(30, 100), true],
    ['strike at the lowest', { minMoneyness: 0.9 }, option(30, 90), true],
    ['strike below', { minMoneyness: 0.9 }, option(30, 89), false],
    ['strike at the upper bound', { maxMoneyness: 1.1 }, option(30, 110), false],
    ['inside of all', { minDays: 7, maxDays: 60, minMoneyness: 0.9, maxMoneyness: 1.1 }, option(30, 100), true],
  ])('%s', (_, bucket, terms, moved) => {
    expect(of(bucket).volatility(terms, 0.4)).toBeCloseTo(moved ? 0.5 : 0.4, 15);
  });

  it('of one expiry alone', () => {
    expect(of({}, '2026-07-27').volatility(option(30, 100), 0.4)).toBeCloseTo(0.5, 15);
    expect(of({}, '2026-07-28').volatility(option(30, 100), 0.4)).toBe(0.4);
  });

  it('join as prices do', () => {
    const moves = [aMove('volatility', 0.5), aMove('volatility', 0.2), aMove('volatility', -0.05, { absolute: true })];
    expect(movesOf(moves).volatility(option(30, 100), 0.4)).toBeCloseTo(0.4 * 1.5 * 1.2 - 0.05, 15);
    expect(movesOf(moves, 'sum').volatility(option(30, 100), 0.4)).toBeCloseTo(0.4 * 1.7 - 0.05, 15);
  });

  it('never fall to nothing, nor rise to the floor', () => {
    const moves = movesOf([aMove('volatility', -0.5, { absolute: true })]);
    expect(moves.volatility(option(30, 100), 0.4)).toBe(1e-4);
    expect(moves.volatility(option(30, 100), 5e-5)).toBe(5e-5);
    expect([...moves.floored]).toEqual(['the volatility of an option']);
  });
});

describe('rates and time', () => {
  it('add up', () => {
    const moves = movesOf([
      aMove('rate', 0.01),
      aMove('rate', 0.02, { of: 'BTC' }),
      aMove('time', 2),
      aMove('time', 5),
    ]);
    expect(moves.rateChange('BTC')).toBeCloseTo(0.03, 15);
    expect(moves.rateChange('ETH')).toBe(0.01);
    expect(moves.days).toBe(7);
    expect(moves.movesPrices).toBe(true);
    expect(movesOf([aMove('time', 2)]).movesPrices).toBe(false);
  });
});

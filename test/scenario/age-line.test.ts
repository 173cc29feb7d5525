import { describe, expect, it } from 'vitest';
import { ageLine } from '../../src/scenario/index.js';
import { blackByIntegration } from './black-by-integration.js';
import { future, index, inverse, lineOf, option, perpetual, spot, viewOf } from './sample-market.js';

const BTC = index('BTC', 60_000);
const CALL = option('BTC', 30, 65_000, 'C', { iv: 0.5, mark: 0.02, underlyingPrice: 61_000 }, inverse('BTC', 'option'));
const call = lineOf(CALL, viewOf([BTC, CALL]));

describe('a line some days later', () => {
  it('an option has less time, the same volatility and forward, and the model price of that day', () => {
    const aged = ageLine(call, 7);
    const coin = blackByIntegration('C', 61_000, 65_000, 0.5 * Math.sqrt(23 / 365)) / 61_000;
    expect(aged).toMatchObject({ days: 23, volatility: 0.5, forward: 61_000, level: 60_000, expired: false });
    expect(aged.ttmYears).toBeCloseTo(23 / 365, 15);
    expect(aged.markPrice).toBeCloseTo(coin, 12);
    expect(aged.markValue).toBeCloseTo(coin * 60_000, 7);
    expect(aged.modelValue).toBe(aged.markValue);
  });

  it('no days later only the mark has given way to the model', () => {
    expect(ageLine(call, 0)).toEqual({ ...call, markPrice: call.modelValue / 60_000, markValue: call.modelValue });
  });

  it.each([30, 31])('is settled once its %d days are over', (days) => {
    expect(ageLine(call, days)).toMatchObject({
      expired: true,
      days: 0,
      ttmYears: 0,
      markPrice: 0,
      markValue: 0,
      modelValue: 0,
    });
  });

  it('stays settled', () => {
    const settled = ageLine(call, 40);
    expect(ageLine(settled, 1)).toBe(settled);
  });

  it('a future keeps its price', () => {
    const dated = future('BTC', 30, 61_000);
    const line = lineOf(dated, viewOf([BTC, dated]));
    expect(ageLine(line, 10)).toEqual({ ...line, days: 20, ttmYears: 20 / 365 });
    expect(ageLine(line, 30).expired).toBe(true);
  });

  it('what never expires never ages', () => {
    for (const entry of [spot('BTC', 60_000), perpetual('BTC', 60_000)]) {
      const line = lineOf(entry, viewOf([entry]));
      expect(ageLine(line, 1_000)).toBe(line);
    }
  });
});

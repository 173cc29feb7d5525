import { describe, expect, it } from 'vitest';
import { SEARCH_FLAGS } from '../../../src/cli/flags/search-flags.js';
import { FEE_SCHEDULES, findFeeSchedule } from '../../../src/optimizer/fees/fee-schedules.js';

describe('fee schedules', () => {
  it('are the choices of --fees', () => {
    const flag = SEARCH_FLAGS.find(({ key }) => key === 'fees')!;
    expect('choices' in flag && flag.choices).toEqual(FEE_SCHEDULES.map(({ id }) => id));
  });

  it.each(FEE_SCHEDULES)('of $id are dated, sourced and of believable size', (schedule) => {
    expect(schedule.effectiveDate).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(schedule.source.length).toBeGreaterThan(20);
    expect(['high', 'medium']).toContain(schedule.confidence);
    for (const { maker, taker, capOfPrice, minimum } of schedule.rates) {
      expect(Math.abs(maker)).toBeLessThanOrEqual(taker);
      expect(taker).toBeLessThan(0.001);
      expect(minimum).toBeGreaterThanOrEqual(0);
      // At one and above, a worse price could be the cheaper one.
      expect(capOfPrice ?? 0.5).toBeLessThan(1);
      expect(capOfPrice ?? 0.5).toBeGreaterThan(0);
    }
  });

  it('are found by id', () => {
    expect(findFeeSchedule('deribit')?.venue).toBe('deribit');
    expect(findFeeSchedule('nowhere')).toBeUndefined();
  });
});

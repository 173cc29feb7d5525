import { describe, expect, it } from 'vitest';
import { rangeOf, SPAN_FIGURE_RULES, SPAN_PARAMETER_SETS } from '../../../src/margin/span/index.js';

describe('the ranges of underlyings', () => {
  it('are those of CME for ES: 126 points, 6,300 USD of a contract of 50 USD a point', () => {
    // SOURCE: CME's maintenance margin of ES on 2019-11-15.
    const es = SPAN_PARAMETER_SETS.find(({ id }) => id === 'span-cme-es-2019-11-15')!;
    const { range } = rangeOf('ES', es.values);
    expect(range.scanPoints * 50).toBe(6300);
  });

  it('are of the rest, each by its own name, where no entry has an underlying', () => {
    const { values } = SPAN_PARAMETER_SETS[0]!;
    const found = rangeOf('NOBODY', values);
    expect(found.name).toBe('NOBODY');
    expect(found.range.name).toBe('*');
    expect(() => rangeOf('NOBODY', { ...values, commodities: [] })).toThrow(RangeError);
  });

  it('have a rule for every figure', () => {
    expect(Object.keys(SPAN_FIGURE_RULES).sort()).toEqual(Object.keys(SPAN_PARAMETER_SETS[0]!.values).sort());
  });
});

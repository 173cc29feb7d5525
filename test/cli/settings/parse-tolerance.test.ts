import { describe, expect, it } from 'vitest';
import { FLAG_TABLE } from '../../../src/cli/flag-table.js';
import { checkValue } from '../../../src/cli/settings/check-value.js';
import { parseTolerance } from '../../../src/cli/settings/parse-tolerance.js';

describe('a tolerance', () => {
  it.each([
    ['0.01', { amount: 0.01, relative: false }],
    ['0.01%', { amount: 0.0001, relative: true }],
    [' 2.5e-3 % ', { amount: 0.000025, relative: true }],
    ['1_000', { amount: 1000, relative: false }],
    ['0', { amount: 0, relative: false }],
  ])('%j is read', (text, tolerance) => {
    expect(parseTolerance(text)).toEqual(tolerance);
  });

  it.each(['', '-1', '-1%', 'much', '%', '1 dollar', 'NaN', 'Infinity', '1e999', '0x10'])('%j is refused', (text) => {
    expect(parseTolerance(text)).toBeNull();
  });

  it('stays as it is written among the options', () => {
    const flag = FLAG_TABLE.find(({ key }) => key === 'tolerance')!;
    expect(checkValue(flag, ' 0.01% ')).toEqual({ value: '0.01%' });
    expect(checkValue(flag, 0.5)).toEqual({ value: '0.5' });
    expect(checkValue(flag, 'x')).toEqual({
      expected: 'an amount such as 0.01, or a part of the reported figure such as 0.01%',
    });
  });
});

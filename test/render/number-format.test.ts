import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  figure,
  gapPercent,
  money,
  percent,
  price,
  quantity,
  signedMoney,
  withSign,
} from '../../src/render/number-format.js';

describe('number formats', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [12.345, '12.35'],
    [99.99, '99.99'],
    [99.996, '100'],
    [-0.004, '0'],
    [0.005, '0.01'],
    [330120.1234567, '330,120'],
    [-1234567.5, '-1,234,568'],
    [999999999999, '999,999,999,999'],
    [1.5e15, '1.5000e+15'],
  ])('money(%d) is %s', (value, text) => {
    expect(money(value)).toBe(text);
  });

  it.each([
    [18850, '+18,850'],
    [-18850, '-18,850'],
    [0, '0'],
    [0.001, '0'],
  ])('signedMoney(%d) is %s', (value, text) => {
    expect(signedMoney(value)).toBe(text);
  });

  it.each([
    [0.1 + 0.2, '0.3'],
    [-25, '-25'],
    [90000, '90,000'],
    [0.001, '0.001'],
    [12345.678, '12,345.678'],
  ])('quantity(%d) is %s', (value, text) => {
    expect(quantity(value)).toBe(text);
  });

  it.each([
    [0.0137, '0.0137'],
    [60245.24, '60,245.24'],
    [0.00005, '5.000e-5'],
  ])('price(%d) is %s', (value, text) => {
    expect(price(value)).toBe(text);
  });

  it.each([
    [-4321.98765, '-4,322'],
    [-0.00041234567, '-4.123e-4'],
    [193821.77, '193,822'],
    [12.345678, '12.346'],
    [2e20, '2.000e+20'],
  ])('figure(%d) is %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });

  it.each([
    [-0.16, '-16.0%'],
    [0, '0.0%'],
    [0.00055, '0.06%'],
    [0.00001, '<0.01%'],
    [-0.00001, '-<0.01%'],
    [12.5, '1,250.0%'],
  ])('percent(%d) is %s', (value, text) => {
    expect(percent(value)).toBe(text);
  });

  it('gapPercent does not tell nothing from what rounding leaves of it', () => {
    expect([0, 1.3e-16, 9e-5, 1e-4, 0.0123].map(gapPercent)).toEqual(['<0.01%', '<0.01%', '<0.01%', '0.01%', '1.2%']);
  });

  it.each([
    ['12', '+12'],
    ['-12', '-12'],
    ['0', '0'],
    ['0.00', '0.00'],
    ['0.0%', '0.0%'],
    ['10', '+10'],
  ])('withSign(%s) is %s', (text, signed) => {
    expect(withSign(text)).toBe(signed);
  });

  it('money reads back to within half a unit of what it shows, and its commas are at thousands', () => {
    fc.assert(
      fc.property(fc.double({ min: -9e12, max: 9e12, noNaN: true }), (value) => {
        const text = money(value);
        expect(text).toMatch(/^-?\d{1,3}(,\d{3})*(\.\d\d)?$/);
        expect(Math.abs(Number(text.replaceAll(',', '')) - value)).toBeLessThanOrEqual(
          Math.abs(value) >= 99 ? 0.5 : 0.005001,
        );
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('figures, prices and quantities read back to their digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        const read = (text: string) => Number(text.replaceAll(',', ''));
        const near = (text: string, digits: number) =>
          expect(Math.abs(read(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 0.51 * 10 ** (1 - digits));
        near(figure(value), Math.abs(value) < 1e-3 ? 4 : 5);
        near(price(value), Math.abs(value) < 1e-3 ? 4 : 8);
        near(quantity(value), Math.abs(value) < 1e-3 ? 4 : 8);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

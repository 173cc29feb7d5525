import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src/ingest/fields/parse-number.js';

describe('parseNumber', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['12', 12],
    ['+12', 12],
    ['-2.5', -2.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e5', 100_000],
    ['1E-3', 0.001],
    ['007', 7],
    ['9007199254740992', 2 ** 53],
    ['-9007199254740992', -(2 ** 53)],
    ['100000000000000000000', 1e20],
    ['1.7976931348623157e308', Number.MAX_VALUE],
    ['5e-324', Number.MIN_VALUE],
    ['0e-400', 0],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '1,000',
    '1_000',
    '0x10',
    '0b1',
    '1e',
    'e5',
    '.',
    '-',
    '+-1',
    '1 2',
    'NaN',
    'Infinity',
    '-inf',
    '१',
  ])('does not read %j', (text) => {
    expect(parseNumber(text)).toBe('notANumber');
  });

  it.each(['1.8e308', '-1e400', '1e-400', '-0.1e-330'])('refuses %s as out of range', (text) => {
    expect(parseNumber(text)).toBe('outOfRange');
  });

  it.each(['9007199254740993', '-9007199254740993', '+12345678901234567891'])('refuses to alter %s', (text) => {
    expect(parseNumber(text)).toBe('losesDigits');
  });

  it('reads back every double as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value))).toBe(value === 0 ? 0 : value);
      }),
      { seed: 11 },
    );
  });
});

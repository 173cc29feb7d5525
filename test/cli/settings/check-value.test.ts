import { describe, expect, it } from 'vitest';
import type { Flag, FlagType } from '../../../src/cli/flag.js';
import { checkValue } from '../../../src/cli/settings/check-value.js';

const flag = (type: FlagType, more: Partial<Flag> = {}): Flag => ({
  key: 'x',
  name: 'x',
  type,
  commands: ['margin'],
  group: 'Model',
  about: '',
  ...more,
});

describe('a value', () => {
  it.each<[FlagType, unknown, unknown]>([
    ['switch', true, true],
    ['switch', 'false', false],
    ['toggle', 'true', true],
    ['text', 'BTC-*-P', 'BTC-*-P'],
    ['file', '-', '-'],
    ['choice', 'b', 'b'],
    ['number', '2.5e6', 2_500_000],
    ['number', '250_000', 250_000],
    ['number', '-.5', -0.5],
    ['number', ' 7 ', 7],
    ['number', 7, 7],
    ['fraction', '8%', 0.08],
    ['fraction', '0.5 %', 0.005],
    ['fraction', '0.08', 0.08],
    ['fraction', 0.08, 0.08],
    ['whole', '12', 12],
    ['instant', '1970-01-02', 86_400_000],
  ])('%s %j is %j', (type, raw, value) => {
    expect(checkValue(flag(type, { choices: ['a', 'b'] }), raw)).toEqual({ value });
  });

  it.each<[FlagType, unknown, string]>([
    ['switch', 'yes', 'true or false'],
    ['switch', 1, 'true or false'],
    ['text', '  ', 'some text'],
    ['text', 5, 'some text'],
    ['file', '', 'the name of a file'],
    ['choice', 'c', 'one of a, b'],
    ['choice', true, 'one of a, b'],
    ['number', '', 'a number'],
    ['number', '1,000', 'a number'],
    ['number', '0x10', 'a number'],
    ['number', 'Infinity', 'a number'],
    ['number', '1e999', 'a number'],
    ['number', '5%', 'a number'],
    ['number', true, 'a number'],
    ['number', Number.NaN, 'a number'],
    ['fraction', '8%%', 'a fraction such as 0.08 or 8%'],
    ['fraction', '%', 'a fraction such as 0.08 or 8%'],
    ['whole', '1.5', 'a whole number'],
    ['whole', '1e300', 'a whole number'],
    ['instant', 0, 'a date such as 2026-06-27 or a time such as 2026-06-27T08:00:00Z'],
  ])('%s %j is refused: expected %s', (type, raw, expected) => {
    expect(checkValue(flag(type, { choices: ['a', 'b'] }), raw)).toEqual({ expected });
  });

  it('may be as small as the flag allows, and no smaller', () => {
    expect(checkValue(flag('number', { least: 0 }), '0')).toEqual({ value: 0 });
    expect(checkValue(flag('number', { least: 0 }), '-1e-9')).toEqual({ expected: 'a number, at least 0' });
    expect(checkValue(flag('whole', { least: 1 }), 0)).toEqual({ expected: 'a whole number, at least 1' });
    expect(checkValue(flag('number', { above: 0 }), '1e-9')).toEqual({ value: 1e-9 });
    expect(checkValue(flag('number', { above: 0 }), '0')).toEqual({ expected: 'a number, more than 0' });
  });

  it('may be as large as the flag allows, and no larger', () => {
    const days = flag('number', { least: 0, most: 36_500 });
    expect(checkValue(days, '36500')).toEqual({ value: 36_500 });
    expect(checkValue(days, '1e9')).toEqual({ expected: 'a number, at least 0 and at most 36500' });
    const seconds = flag('number', { above: 0, most: 10 });
    expect(checkValue(seconds, 11)).toEqual({ expected: 'a number, more than 0 and at most 10' });
    const gap = flag('fraction', { most: 1 });
    expect(checkValue(gap, '100%')).toEqual({ value: 1 });
    expect(checkValue(gap, '101%')).toEqual({ expected: 'a fraction such as 0.08 or 8%, at most 1' });
  });

  it('of a repeatable flag is a list, also when one is given', () => {
    expect(checkValue(flag('text', { repeatable: true }), ['a', 'b'])).toEqual({ value: ['a', 'b'] });
    expect(checkValue(flag('text', { repeatable: true }), 'a')).toEqual({ value: ['a'] });
    expect(checkValue(flag('text', { repeatable: true }), ['a', 3])).toEqual({ expected: 'some text' });
  });
});

import { describe, expect, it } from 'vitest';
import { numberHint } from '../../../src/ingest/fields/number-hint.js';

describe('numberHint', () => {
  it.each([
    ['1,000,000.5', 'no thousands separators, and a point before decimals'],
    ['0,45', 'write a point, not a comma, before decimals'],
    ['45%', 'no percent sign here: write the figure itself'],
    ['n/a', 'leave the field blank for no value'],
    ['--', 'leave the field blank for no value'],
    ['#N/A', 'leave the field blank for no value'],
    ['-Infinity', 'leave the field blank for no value'],
    ['$12', 'leave out the currency'],
    ['12 USD', 'leave out the currency'],
    ['(12.5)', 'write a minus sign, not brackets'],
    ['twelve', null],
  ])('%s', (text, hint) => {
    expect(numberHint(text)).toBe(hint);
  });
});

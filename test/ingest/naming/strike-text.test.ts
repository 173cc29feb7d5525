import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStrike, STRIKE_PATTERN, writeStrike } from '../../../src/ingest/naming/strike-text.js';
import { anyStrike, SEEDED } from './generated-contracts.js';

const WHOLE = new RegExp(`^${STRIKE_PATTERN}$`);

describe('strikes', () => {
  it.each([
    ['60000', 60000],
    ['0.54', 0.54],
    ['2400.5', 2400.5],
    ['0.000001', 0.000001],
    ['999999999.999999', 999999999.999999],
  ])('%s', (text, strike) => {
    expect(text).toMatch(WHOLE);
    expect(readStrike(text, '.')).toBe(strike);
    expect(writeStrike(strike, '.')).toBe(text);
  });

  it.each(['', '-1', '+1', '007', '.5', '5.', '0.50', '1e5', '1,000', 'NaN', 'Infinity', '1234567890', '0.0000001'])(
    '%s is not a strike',
    (text) => {
      expect(text).not.toMatch(WHOLE);
    },
  );

  it('refuses zero', () => {
    expect(readStrike('0', '.')).toBeNull();
  });

  it('knows other marks for the point', () => {
    expect(readStrike('0d625', 'd')).toBe(0.625);
    expect(writeStrike(2400.5, '_')).toBe('2400_5');
  });

  it('writes every strike so that it is read back exactly', () => {
    fc.assert(
      fc.property(anyStrike, (strike) => {
        const text = writeStrike(strike, '.');
        expect(text).toMatch(WHOLE);
        expect(readStrike(text, '.')).toBe(strike);
      }),
      SEEDED,
    );
  });
});

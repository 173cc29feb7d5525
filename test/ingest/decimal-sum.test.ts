import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecimalSum } from '../../src/ingest/decimal-sum.js';

function sumOf(texts: readonly string[]): number {
  const sum = new DecimalSum();
  for (const text of texts) sum.add(text);
  return sum.value();
}

describe('DecimalSum', () => {
  it.each([
    [[], 0],
    [['0.1', '0.2', '-0.3'], 0],
    [['0.1', '0.2'], 0.3],
    [['1e3', '-1000'], 0],
    [['1.5e3', '+.5', '5.'], 1505.5],
    [['9007199254740991', '1', '1', '-9007199254740992'], 1],
    [['1e300', '1e-300', '-1e300'], 1e-300],
    [['1e308', '1e308'], Number.POSITIVE_INFINITY],
    [['123456789012345.6789', '-123456789012345.6789'], 0],
  ])('%j is %d', (texts, value) => {
    expect(sumOf(texts)).toBe(value);
  });

  it('can be read on the way', () => {
    const sum = new DecimalSum();
    sum.add('0.1');
    expect(sum.value()).toBe(0.1);
    sum.add('0.25');
    expect(sum.value()).toBe(0.35);
  });

  it('is exact: units of a millionth add up as whole numbers do', () => {
    const unit = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    const written = (units: number, scientific: boolean) => (scientific ? `${units}e-6` : (units / 1e6).toFixed(6));
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, fc.boolean()), { maxLength: 40 }), (terms) => {
        const whole = terms.reduce((total, [units]) => total + units, 0);
        expect(sumOf(terms.map(([units, scientific]) => written(units, scientific)))).toBe(Number(`${whole}e-6`));
      }),
      { seed: 13 },
    );
  });
});

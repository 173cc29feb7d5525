import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdfTable, tabulatedNormalCdf } from '../../src/math/normal-cdf-table.js';
import { normalCdf } from '../../src/math/normal-distribution.js';

describe('tabulatedNormalCdf', () => {
  const nodes = normalCdfTable();

  it('agrees with normalCdf to 3e-16 everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (x) => {
        expect(Math.abs(tabulatedNormalCdf(nodes, x) - normalCdf(x))).toBeLessThan(3e-16);
      }),
      { seed: 4, numRuns: 20_000 },
    );
  });

  it('agrees half-way between nodes, where the series is longest', () => {
    for (let k = -340; k < 340; k++) {
      const x = (k + 0.5) / 40;
      expect(Math.abs(tabulatedNormalCdf(nodes, x) - normalCdf(x))).toBeLessThan(3e-16);
    }
  });

  it('stays at its ends beyond 8.5, infinities included', () => {
    for (const x of [8.5, 9, 1e300, Number.POSITIVE_INFINITY]) expect(tabulatedNormalCdf(nodes, x)).toBe(1);
    const lowest = tabulatedNormalCdf(nodes, -8.5);
    // N(-8.5) = 9.4795e-18 (mpmath)
    expect(lowest).toBeCloseTo(9.4795e-18, 21);
    for (const x of [-9, -1e300, Number.NEGATIVE_INFINITY]) expect(tabulatedNormalCdf(nodes, x)).toBe(lowest);
  });

  it('passes NaN on', () => {
    expect(tabulatedNormalCdf(nodes, Number.NaN)).toBeNaN();
  });

  it('is built once', () => {
    expect(normalCdfTable()).toBe(nodes);
  });
});

import { describe, expect, it } from 'vitest';
import { logBoundary, solveAmericanBoundary } from '../../src/pricing/american-boundary.js';
import { chebyshevCoefficients, chebyshevValue } from '../../src/pricing/american-chebyshev.js';
import { americanLattice } from '../../src/pricing/american-lattice.js';
import { putBoundaryAtExpiry, qdPlusBoundary } from '../../src/pricing/american-qd-plus.js';
import { gaussLegendre } from '../../src/pricing/american-quadrature.js';
import { AMERICAN_SCHEMES } from '../../src/pricing/american-schemes.js';
import { blackScholesMerton } from '../../src/pricing/black-scholes-merton.js';

const TERMS = { rate: 0.05, dividendYield: 0.03, volatility: 0.3 };

describe('gaussLegendre', () => {
  it('has the points and weights of Abramowitz and Stegun, table 25.4', () => {
    const { nodes, weights } = gaussLegendre(5);
    [-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664].forEach((node, i) => {
      expect(nodes[i]).toBeCloseTo(node, 14);
    });
    [0.236926885056189, 0.478628670499366, 0.568888888888889].forEach((weight, i) => {
      expect(weights[i]).toBeCloseTo(weight, 14);
      expect(weights[4 - i]).toBeCloseTo(weight, 14);
    });
  });

  it.each([1, 2, 6, 10, 48, 256])('of %d points integrates the highest power it can, and exp', (count) => {
    const { nodes, weights } = gaussLegendre(count);
    const integral = (f: (x: number) => number) => nodes.reduce((sum, x, i) => sum + weights[i]! * f(x), 0);
    expect(integral((x) => x ** (2 * count - 2))).toBeCloseTo(2 / (2 * count - 1), 12);
    expect(integral((x) => x ** (2 * count - 1))).toBeCloseTo(0, 12);
    if (count >= 10) expect(integral(Math.exp)).toBeCloseTo(Math.E - 1 / Math.E, 13);
  });

  it('throws for a count that is none', () => {
    expect(() => gaussLegendre(0)).toThrow('a rule of 0 points');
  });
});

describe('Chebyshev series', () => {
  it('reproduces a polynomial everywhere', () => {
    const cubic = (z: number) => 1 - 2 * z + 0.5 * z ** 2 + 3 * z ** 3;
    const points = Float64Array.from({ length: 6 }, (_, i) => cubic(Math.cos((i * Math.PI) / 5)));
    const coefficients = chebyshevCoefficients(points);
    for (const z of [-1, -0.37, 0, 0.5, 1]) expect(chebyshevValue(coefficients, z)).toBeCloseTo(cubic(z), 13);
  });
});

describe('where the boundary starts', () => {
  it('is the strike, or r/q of it when the yield is above the rate', () => {
    expect(putBoundaryAtExpiry(0.05, 0.02)).toBe(1);
    expect(putBoundaryAtExpiry(0.02, 0.05)).toBeCloseTo(0.4, 15);
    expect(putBoundaryAtExpiry(0.02, 0)).toBe(1);
    expect(qdPlusBoundary({ rate: 0.02, dividendYield: 0.05, volatility: 0.2 }, 0)).toBeCloseTo(0.4, 15);
  });
});

describe('the exercise boundary', () => {
  const boundary = solveAmericanBoundary(TERMS, 2, AMERICAN_SCHEMES.accurate);

  it('falls with the time left', () => {
    let before = Math.log(boundary.atExpiry);
    for (let step = 1; step <= 200; step++) {
      const now = logBoundary(boundary, step / 100);
      expect(now).toBeLessThan(before);
      before = now;
    }
    expect(boundary.today).toBeCloseTo(Math.exp(before), 12);
  });

  it('stands still at the end of the iteration', () => {
    expect(boundary.lastMove).toBeLessThan(1e-11);
  });

  it('does not depend on how long the option still lives beyond a date', () => {
    const shorter = solveAmericanBoundary(TERMS, 0.5, AMERICAN_SCHEMES.accurate);
    expect(Math.log(shorter.today)).toBeCloseTo(logBoundary(boundary, 0.5), 6);
  });

  it('is where a tree begins to hold the option', () => {
    const put = { right: 'P', strike: 1, ...TERMS, ttmYears: 2 } as const;
    expect(americanLattice(put, boundary.today * 0.99, 2001)).toBeCloseTo(1 - boundary.today * 0.99, 9);
    expect(americanLattice(put, boundary.today * 1.02, 2001)).toBeGreaterThan(1 - boundary.today * 1.02 + 1e-5);
  });

  it('comes near the perpetual one in a long life (Merton 1973)', () => {
    const exponent = (r: number, q: number, v: number) => {
      const lean = (r - q) / v ** 2 - 0.5;
      return -lean - Math.sqrt(lean ** 2 + (2 * r) / v ** 2);
    };
    const lambda = exponent(0.05, 0.03, 0.3);
    const { today } = solveAmericanBoundary(TERMS, 200, AMERICAN_SCHEMES.accurate);
    expect(Math.abs(today - lambda / (lambda - 1))).toBeLessThan(2e-4);
    expect(today).toBeGreaterThan(lambda / (lambda - 1) - 1e-9);
  });

  it('is within two per cent of QD+, from which the iteration starts', () => {
    for (const tau of [0.05, 0.5, 2]) {
      expect(Math.abs(qdPlusBoundary(TERMS, tau) / Math.exp(logBoundary(boundary, tau)) - 1)).toBeLessThan(0.02);
    }
  });

  it('goes on converging where plain steps swing apart (rates large against the volatility)', () => {
    const terms = { rate: 0.0431, dividendYield: 0.0004, volatility: 0.0102 };
    const { lastMove, today } = solveAmericanBoundary(terms, 0.3144, AMERICAN_SCHEMES.accurate);
    expect(lastMove).toBeLessThan(1e-6);
    expect(Math.abs(today - 0.99878)).toBeLessThan(1e-4);
  });
});

describe('americanLattice', () => {
  it('converges to Black-Scholes-Merton where exercise never pays early', () => {
    const call = { right: 'C', strike: 100, rate: 0.05, dividendYield: 0, volatility: 0.2, ttmYears: 1 } as const;
    for (const spot of [80, 100, 130]) {
      const exact = blackScholesMerton('C', spot, 100, 0.2, 1, 0.05, 0);
      expect(Math.abs(americanLattice(call, spot, 501) - exact)).toBeLessThan(1e-4);
    }
  });

  it('raises an even number of steps by one', () => {
    const put = { right: 'P', strike: 1, ...TERMS, ttmYears: 1 } as const;
    expect(americanLattice(put, 1, 100)).toBe(americanLattice(put, 1, 101));
  });
});

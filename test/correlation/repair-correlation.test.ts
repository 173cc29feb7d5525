import { describe, expect, it } from 'vitest';
import { checkCorrelation } from '../../src/correlation/check-correlation.js';
import { frobeniusDistance } from '../../src/correlation/frobenius-distance.js';
import { repairCorrelation } from '../../src/correlation/repair-correlation.js';
import { rescaleToUnitDiagonal } from '../../src/correlation/rescale-to-unit-diagonal.js';
import { spectralClip } from '../../src/correlation/spectral-clip.js';
import { largestDifference, symmetricFrom } from './dykstra.js';

const NAMES = ['BTC', 'ETH', 'SOL'];
const BROKEN = { names: NAMES, values: symmetricFrom([1, 0, 1], 3) };
const VALID = { names: NAMES, values: symmetricFrom([0.8, 0.6, 0.7], 3) };

describe('checkCorrelation', () => {
  it('finds nothing against a correlation matrix', () => {
    const facts = checkCorrelation(VALID);
    expect(facts).toMatchObject({ asymmetry: null, diagonal: null, outOfBounds: null, valid: true });
    expect(facts.positiveSemidefinite).toBe(true);
  });

  it('tells the smallest eigenvalue: 1 - sqrt 2 of Higham (2002)', () => {
    const facts = checkCorrelation(BROKEN);
    expect(facts.smallestEigenvalue).toBeCloseTo(1 - Math.SQRT2, 12);
    expect(facts).toMatchObject({ positiveSemidefinite: false, valid: false, outOfBounds: null });
  });

  it('names the worst pair of each kind', () => {
    const values = Float64Array.of(1, 0.5, 1.2, 0.4, 0.9, -1.5, 1.2, -1.5, 1.3);
    const { asymmetry, diagonal, outOfBounds, valid } = checkCorrelation({ names: NAMES, values });
    expect(asymmetry).toEqual({ a: 'BTC', b: 'ETH', value: expect.closeTo(0.1, 12) });
    expect(diagonal).toEqual({ a: 'SOL', b: 'SOL', value: 1.3 });
    expect(outOfBounds).toEqual({ a: 'ETH', b: 'SOL', value: -1.5 });
    expect(valid).toBe(false);
  });

  it('forgives rounding, not more', () => {
    const nearly = (error: number) => ({ names: ['A', 'B'], values: Float64Array.of(1, 1 + error, 1 + error, 1) });
    expect(checkCorrelation(nearly(1e-12)).valid).toBe(true);
    expect(checkCorrelation(nearly(1e-8)).valid).toBe(false);
    expect(checkCorrelation(nearly(1e-8), 1e-6).valid).toBe(true);
  });

  it('of no underlying at all is valid', () => {
    expect(checkCorrelation({ names: [], values: new Float64Array(0) }).valid).toBe(true);
  });

  it('throws for what is no matrix', () => {
    expect(() => checkCorrelation({ names: NAMES, values: new Float64Array(4) })).toThrow('4 values are not a 3 x 3');
    const holed = { names: ['A', 'B'], values: Float64Array.of(1, Number.NaN, 0, 1) };
    expect(() => checkCorrelation(holed)).toThrow('the correlation of A and B is NaN');
  });
});

describe('repairCorrelation', () => {
  it('hands back a valid matrix untouched', () => {
    const outcome = repairCorrelation(VALID);
    expect(outcome.matrix).toBe(VALID);
    expect(outcome).toMatchObject({ repaired: false, distance: 0 });
    expect(outcome.smallestEigenvalue).toBeGreaterThan(0);
  });

  it('repairs a broken one to the nearest: figures of Higham (2002), p. 334', () => {
    const { matrix, repaired, smallestEigenvalue, distance } = repairCorrelation(BROKEN);
    expect(repaired).toBe(true);
    expect(matrix.names).toBe(NAMES);
    expect(largestDifference(matrix.values, symmetricFrom([0.76068985, 0.15729811, 0.76068985], 3))).toBeLessThan(1e-8);
    expect(smallestEigenvalue).toBeCloseTo(1 - Math.SQRT2, 12);
    expect(distance).toBeCloseTo(0.527790463581828, 10);
    expect(checkCorrelation(matrix).valid).toBe(true);
  });

  it('repairs an asymmetric one to its symmetric part where that is valid', () => {
    const { matrix, distance } = repairCorrelation({ names: ['A', 'B'], values: Float64Array.of(1, 0.5, 0.3, 1) });
    expect(matrix.values[1]).toBeCloseTo(0.4, 12);
    expect(distance).toBeCloseTo(Math.sqrt(0.02), 12);
  });
});

describe('spectralClip', () => {
  it('clips and rescales as statsmodels does (corr_clipped of the matrices of Higham 2002 and Turkay 2003)', () => {
    const higham = spectralClip(BROKEN.values, 3);
    expect(largestDifference(higham, symmetricFrom([0.7395391543, 0.0938363214, 0.7395391543], 3))).toBeLessThan(1e-9);
    expect(frobeniusDistance(BROKEN.values, higham)).toBeCloseTo(0.537559223782369, 10);
    const turkay = spectralClip(symmetricFrom([-0.55, -0.15, -0.1, 0.9, 0.9, 0.9], 4), 4);
    const expected = [-0.5368704828, -0.1522640461, -0.1035436789, 0.8851141275, 0.8810394417, 0.9000991933];
    expect(largestDifference(turkay, symmetricFrom(expected, 4))).toBeLessThan(1e-9);
  });

  it('keeps a valid matrix', () => {
    expect(largestDifference(spectralClip(VALID.values, 3), VALID.values)).toBeLessThan(1e-14);
  });
});

describe('rescaleToUnitDiagonal', () => {
  it('turns a covariance into a correlation', () => {
    expect([...rescaleToUnitDiagonal(Float64Array.of(4, 3, 3, 9), 2)]).toEqual([1, 0.5, 0.5, 1]);
  });

  it('refuses a variance of zero', () => {
    expect(() => rescaleToUnitDiagonal(Float64Array.of(1, 0, 0, 0), 2)).toThrow('diagonal entry 1 is 0');
  });
});

describe('frobeniusDistance', () => {
  it('is the root of the sum of squares', () => {
    expect(frobeniusDistance(Float64Array.of(1, 2), Float64Array.of(4, 6))).toBe(5);
    expect(() => frobeniusDistance(new Float64Array(1), new Float64Array(4))).toThrow('matrices of 1 and 4 entries');
  });
});

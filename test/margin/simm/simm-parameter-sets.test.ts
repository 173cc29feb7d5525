import { describe, expect, it } from 'vitest';
import { SIMM_PARAMETER_SETS, simmVersion } from '../../../src/margin/simm/index.js';
import type { ByHorizon } from '../../../src/margin/simm/simm-values.js';

const both = <T>({ tenDay, oneDay }: ByHorizon<T>): readonly [T, T] => [tenDay, oneDay];

function isCorrelation(matrix: readonly (readonly number[])[], size: number): boolean {
  return (
    matrix.length === size &&
    matrix.every(
      (row, i) =>
        row.length === size && row[i] === 1 && row.every((rho, j) => Math.abs(rho) <= 1 && rho === matrix[j]?.[i]),
    )
  );
}

describe('versions', () => {
  it('are found by any of their numbers', () => {
    const found = (version: string) => simmVersion(version)?.id;
    expect(['2.2', '2.5A', '2.5a', '2.7+2412', '2.8+2506'].map(found)).toEqual([
      'simm-2.2',
      'simm-2.5a',
      'simm-2.5a',
      'simm-2.7-2412',
      'simm-2.8-2506',
    ]);
    expect(['2.1.16', '2.3.8', '2.5.6', '2.6.5'].map(found)).toEqual(['simm-2.2', 'simm-2.4', 'simm-2.6', 'simm-2.7']);
    expect(['2.8', '2.7', '9', ''].map(found)).toEqual(['simm-2.8-2506', 'simm-2.7', undefined, undefined]);
  });

  it('are listed newest first, each once', () => {
    const dates = SIMM_PARAMETER_SETS.map(({ effectiveDate }) => effectiveDate);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(new Set(SIMM_PARAMETER_SETS.map(({ id }) => id)).size).toBe(SIMM_PARAMETER_SETS.length);
  });
});

describe.each(SIMM_PARAMETER_SETS.map((set) => [set.version, set.values] as const))(
  'version %s',
  (_version, values) => {
    const { interestRate, creditQualifying, creditNonQualifying, equity, commodity, fx } = values;

    it('has weights and thresholds above zero for every bucket', () => {
      for (const own of [creditQualifying, creditNonQualifying, equity, commodity]) {
        for (const weights of both(own.riskWeights)) {
          expect(weights).toHaveLength(own.buckets.length);
          expect(Math.min(...weights)).toBeGreaterThan(0);
        }
        expect(own.deltaThresholds).toHaveLength(own.buckets.length);
        expect(Math.min(...own.deltaThresholds)).toBeGreaterThan(0);
      }
      for (const own of [equity, commodity]) {
        for (const weights of both(own.vegaWeights)) expect(weights).toHaveLength(own.buckets.length);
        expect(own.vegaThresholds).toHaveLength(own.buckets.length);
        expect(own.correlations).toHaveLength(own.buckets.length);
      }
      for (const groups of both(interestRate.riskWeights)) {
        for (const weights of Object.values(groups)) expect(weights).toHaveLength(values.tenors.length);
      }
    });

    it('has symmetric correlations', () => {
      expect(isCorrelation(values.riskClassCorrelations, values.riskClasses.length)).toBe(true);
      expect(isCorrelation(interestRate.tenorCorrelations, values.tenors.length)).toBe(true);
      for (const own of [creditQualifying, creditNonQualifying, equity, commodity]) {
        const buckets = own.buckets.filter((name) => name !== 'Residual');
        expect(isCorrelation(own.bucketCorrelations, buckets.length)).toBe(true);
      }
      for (const groups of [fx.correlations.regular, fx.correlations.high, ...both(fx.riskWeights)]) {
        expect(groups[0]?.[1]).toBe(groups[1]?.[0]);
      }
      expect(fx.vegaThresholds.map((row, i) => row.map((_, j) => fx.vegaThresholds[j]?.[i]))).toEqual(
        fx.vegaThresholds,
      );
    });

    it('has one group of currencies for those that no other names', () => {
      for (const groups of [interestRate.deltaThresholds, interestRate.vegaThresholds, fx.deltaThresholds]) {
        expect(groups.filter(({ currencies }) => currencies.length === 0)).toHaveLength(1);
        const named = groups.flatMap(({ currencies }) => currencies);
        expect(new Set(named).size).toBe(named.length);
      }
    });

    it('has the buckets of the standard', () => {
      const names = (last: number) => Array.from({ length: last }, (_, k) => String(k + 1));
      expect(creditQualifying.buckets).toEqual([...names(12), 'Residual']);
      expect(creditNonQualifying.buckets).toEqual([...names(2), 'Residual']);
      expect(equity.buckets).toEqual([...names(12), 'Residual']);
      expect(commodity.buckets).toEqual(names(17));
    });
  },
);

describe('version 2.5', () => {
  // ISDA SIMM methodology, version 2.5, tables for equity, FX and interest rates.
  const values = simmVersion('2.5')!.values;

  it('has ISDA’s figures', () => {
    expect(values.equity.riskWeights.tenDay).toEqual([26, 28, 34, 28, 23, 25, 29, 27, 32, 32, 18, 18, 34]);
    expect(values.equity.riskWeights.oneDay).toEqual([9.3, 9.7, 10, 9.2, 7.7, 8.5, 9.5, 9.6, 10, 10, 5.9, 5.9, 10]);
    expect(values.equity.deltaThresholds).toEqual([10, 10, 10, 10, 21, 21, 21, 21, 1.4, 0.6, 2100, 2100, 0.6]);
    expect(values.fx.riskWeights.tenDay).toEqual([
      [7.4, 13.6],
      [13.6, 14.6],
    ]);
    expect(values.interestRate.historicalVolatilityRatio.tenDay).toBe(0.44);
    expect(values.riskClassCorrelations[0]).toEqual([1, 0.29, 0.13, 0.28, 0.46, 0.32]);
  });
});

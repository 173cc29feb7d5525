import { describe, expect, it } from 'vitest';
import { findModel, MARGIN_MODELS, type ScanValues, scanRange, scanVolatilityShock } from '../../src/margin/index.js';

const VALUES = findModel('scan')!.parameterSets[0]!.values as unknown as ScanValues;

describe('one scan range', () => {
  it.each([
    ['four deviations of a day', {}, 0.03, 0.12],
    ['of a day, over the root of the days', { horizonDays: 9 }, 0.02, 0.24],
    ['as many as asked for', { scanSigmas: 2.5 }, 0.04, 0.1],
    ['at least 3 %', {}, 0.001, 0.03],
    ['at least 3 % of an underlying that does not move', {}, 0, 0.03],
    ['at most 60 %', {}, 0.2, 0.6],
  ])('%s', (_what, changes, daily, expected) => {
    expect(scanRange(daily, { ...VALUES, ...changes })).toBeCloseTo(expected, 12);
  });
});

describe('the figures shipped', () => {
  it('are those of the published model', () => {
    expect(VALUES).toEqual({
      scanSigmas: 4,
      horizonDays: 1,
      minScan: 0.03,
      maxScan: 0.6,
      ewmaLambda: 0.94,
      dailyVol: {},
      radii: 3,
      tailRadii: [2, 3],
      tailCover: 0.33,
      allPairsUpTo: 12,
      pairThreshold: 0.3,
      volUp: 0.5,
      volDown: 0.25,
      volShortPower: 0.3,
      volLongPower: 0.13,
      volReferenceDays: 30,
      volMinDays: 1,
      minVol: 0.05,
      shortOptionRate: 0.005,
      basisMin: 0.0005,
      basisPerYear: 0.02,
      maintenanceFactor: 0.8,
    });
  });

  it('give the volatility move its figures', () => {
    expect(scanVolatilityShock({ ...VALUES, volUp: 0.7, volMinDays: 2 })).toEqual({
      rangeUp: 0.7,
      rangeDown: 0.25,
      referenceDays: 30,
      shortTermPower: 0.3,
      longTermPower: 0.13,
      minDays: 2,
      minVolatility: 0.05,
    });
  });
});

describe('the models', () => {
  it('are found by id, and only by it', () => {
    expect(findModel('scan')?.id).toBe('scan');
    expect(findModel('Scan')).toBeUndefined();
    expect(new Set(MARGIN_MODELS.map(({ id }) => id)).size).toBe(MARGIN_MODELS.length);
  });

  it.each(MARGIN_MODELS.map((model) => [model.id, model] as const))('%s: dated sets, newest first', (_id, model) => {
    const dates = model.parameterSets.map(({ effectiveDate }) => effectiveDate);
    expect(dates).toEqual([...dates].sort().reverse());
    for (const { id, source, effectiveDate } of model.parameterSets) {
      expect(id.startsWith(`${model.id}-`)).toBe(true);
      expect(effectiveDate).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(source).not.toBe('');
    }
    for (const name of Object.keys(model.figureRules)) expect(model.parameterSets[0]!.values).toHaveProperty(name);
  });
});

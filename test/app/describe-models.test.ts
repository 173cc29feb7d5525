import { describe, expect, it } from 'vitest';
import { describeModels } from '../../src/app/describe-models.js';
import { didYouMean } from '../../src/app/did-you-mean.js';
import { boundText, rangeText } from '../../src/app/range-text.js';
import { exclusionReason, valuationIssue } from '../../src/app/valuation-issue.js';
import { MARGIN_MODELS } from '../../src/margin/index.js';
import { anIo, resultOf } from './a-world.js';

describe('describeModels', () => {
  it('lists every model with its parameter sets', async () => {
    const { models } = resultOf(await describeModels(null, anIo()));
    expect(models.map(({ id }) => id)).toEqual(MARGIN_MODELS.map(({ id }) => id));
    expect(models.every(({ formula }) => formula === null)).toBe(true);
    expect(models[0]!.parameters[0]).toMatchObject({ id: 'scan-2026-11-22', values: { scanSigmas: 4 } });
  });

  it('shows the formula of one, names without figures', async () => {
    const { models } = resultOf(await describeModels('scan', anIo()));
    expect(models).toHaveLength(1);
    const lines = models[0]!.formula!.split('\n');
    expect(lines.slice(0, 2)).toEqual(['initial margin = sum of', '  scan risk = largest of']);
    expect(lines.some((line) => line.includes('short option minimum = 0.005 x'))).toBe(true);
  });

  it('shows all sets of a model, or the one asked for, with the formula of its figures', async () => {
    const { models: all } = resultOf(await describeModels('derive-pm1', anIo()));
    expect(all[0]!.parameters.map(({ id }) => id)).toEqual([
      'derive-pm1-mainnet-2026-01-21',
      'derive-pm1-reference-2026-01-21',
    ]);
    const { models: one } = resultOf(await describeModels('derive-pm1@derive-pm1-reference-2026-01-21', anIo()));
    expect(one.map(({ id }) => id)).toEqual(['derive-pm1']);
    expect(one[0]!.parameters.map(({ id }) => id)).toEqual(['derive-pm1-reference-2026-01-21']);
    // The reference set's scenarios end at 15 % up; mainnet's at 20 %.
    expect(all[0]!.formula).toContain('+20%');
    expect(one[0]!.formula).not.toContain('+20%');
  });

  it('asks whether another set was meant', async () => {
    const { status, issues } = await describeModels('pm1@pm1-grvtt', anIo());
    expect(status).toBe('error');
    expect(issues).toMatchObject([
      { code: 'CFG_UNKNOWN_PARAMETER_SET', value: 'pm1-grvtt', hint: 'did you mean pm1-grvt?' },
    ]);
  });

  it('asks whether another was meant', async () => {
    const { status, result, issues } = await describeModels('scna', anIo());
    expect([status, result]).toEqual(['error', null]);
    expect(issues).toMatchObject([{ code: 'CFG_UNKNOWN_MODEL', value: 'scna', hint: 'did you mean scan?' }]);
    expect((await describeModels('', anIo())).status).toBe('error');
  });
});

describe('words of a run', () => {
  it('did you mean', () => {
    expect(didYouMean('BTH', ['BTC', 'SOL'])).toBe('did you mean BTC?');
    expect(didYouMean('something else', ['BTC', 'SOL'])).toBeNull();
    expect(didYouMean('BTC', [])).toBeNull();
  });

  it('ranges, open ends blank', () => {
    expect(rangeText({ min: -2, max: 5.5 })).toBe('-2..5.5');
    expect(rangeText({ min: -Infinity, max: 1 / 3 })).toBe('..0.3333333');
    expect(rangeText({ min: 123_456_789, max: Infinity })).toBe('123456800..');
  });

  it('ends as they were written', () => {
    expect(boundText({ value: 0.9, relative: true })).toBe('90%');
    expect(boundText({ value: -12.5, relative: false })).toBe('-12.5');
  });
});

describe('what cannot be valued', () => {
  const asOf = Date.UTC(2026, 5, 27);
  it.each([
    ['expired', '', 'RUN_EXPIRED', 'has expired', 'X has expired by the as-of time 2026-06-27T00:00:00.000Z'],
    ['noLevel', 'SOL', 'RUN_NO_LEVEL', 'no level for SOL', 'the market has no level for SOL, needed by X'],
    ['noForward', '', 'RUN_NO_FORWARD', 'no forward price', 'the market has no usable forward price for X'],
    ['noVolatility', 'no iv', 'RUN_NO_VOLATILITY', 'no volatility: no iv', 'no volatility for X: no iv'],
    [
      'noCurrency',
      'EUR',
      'RUN_NO_CURRENCY_RATE',
      'no price for the currency EUR',
      'nothing in the market says what EUR is worth, needed by X',
    ],
  ] as const)('%s', (reason, detail, code, excluded, message) => {
    const failure = { status: 'failed', reason, detail } as const;
    expect(exclusionReason(failure)).toBe(excluded);
    expect(valuationIssue(failure, 'X', { file: 'p.csv', line: 2, column: 1 }, asOf)).toMatchObject({
      code,
      message,
      file: 'p.csv',
      line: 2,
      field: 'instrument',
      value: 'X',
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { MarginRequest } from '../../src/app/request.js';
import { runConfidence } from '../../src/app/run-confidence.js';
import { aPreparedRun } from './a-prepared-run.js';

const BTC = 'fixtures/btc-short-strangle';

const confidence = async (positions: string | null, changes: Partial<MarginRequest>) =>
  runConfidence(await aPreparedRun(BTC, { limits: null, ...(positions === null ? {} : { positions }), ...changes }));

const FUTURE = 'fixtures/issues/run-model-refuses/future.csv';
const PERPETUAL = 'fixtures/issues/run-model-refuses/perpetual.csv';

describe('runConfidence', () => {
  it('vouches for a perpetual at its own venue by the venue’s figures', async () => {
    expect(await confidence(PERPETUAL, { model: 'deribit-pme' })).toBe('verified');
  });

  it('does not for options that no outside figure has', async () => {
    expect(await confidence(null, { model: 'deribit-pme' })).toBe('model');
  });

  it('does not for a parameter set that is not verified, whatever the rules are', async () => {
    const spot = 'fixtures/issues/run-model-refuses/spot.csv';
    const market = 'fixtures/issues/run-model-refuses/spot-market.csv';
    const under = (model: string) => confidence(spot, { model, market });
    expect(await under('derive-pm2@derive-pm2-reference-2026-01-21')).toBe('verified');
    expect(await under('derive-pm2')).toBe('model');
    expect(await under('derive-srm')).toBe('model');
  });

  it('does not for figures that were changed', async () => {
    const changed = { model: 'deribit-pme', parameterOverrides: { mmFactor: 0.7 } };
    expect(await confidence(PERPETUAL, changed)).toBe('model');
  });

  it('does not where a contract stands in for another', async () => {
    expect(await confidence(PERPETUAL, { model: 'derive-pm1@derive-pm1-reference-2026-01-21' })).toBe('model');
  });

  it('does not for a roll shock that grows with the tenor, of which only the minimum is confirmed', async () => {
    expect(await confidence(FUTURE, { model: 'deribit-pme' })).toBe('model');
  });
});

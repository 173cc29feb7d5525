import { expect, it } from 'vitest';
import { runMargin } from '../../src/app/run-margin.js';
import { aMarginRequest, anIo, resultOf } from './a-world.js';

it('a run with a chosen set: result and manifest keep the ids of model and set apart', async () => {
  const model = 'derive-pm1@derive-pm1-reference-2026-01-21';
  const outcome = await runMargin({ ...aMarginRequest('fixtures/btc-short-strangle'), model }, anIo());
  const result = resultOf(outcome);
  expect([result.model, result.parameters.id]).toEqual(['derive-pm1', 'derive-pm1-reference-2026-01-21']);
  expect(outcome.manifest.model).toEqual({
    id: 'derive-pm1',
    parameters: 'derive-pm1-reference-2026-01-21',
    effectiveDate: '2026-01-21',
  });
});

it('overrides change the chosen set', async () => {
  const request = {
    ...aMarginRequest('fixtures/btc-short-strangle'),
    model: 'pm1@pm1-grvt',
    parameterOverrides: { extremeCover: 0.5 },
  };
  const { parameters } = resultOf(await runMargin(request, anIo()));
  expect(parameters).toMatchObject({
    id: 'pm1-grvt+',
    confidence: 'model',
    values: { priceRange: 0.2, extremeCover: 0.5 },
  });
});

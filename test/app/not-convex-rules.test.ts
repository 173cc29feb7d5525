import { describe, expect, it } from 'vitest';
import type { OptimizeRequest } from '../../src/app/request.js';
import { runOptimize } from '../../src/app/run-optimize.js';
import { anIo, anOptimizeRequest, resultOf } from './a-world.js';

const optimize = (model: string, changes: Partial<OptimizeRequest> = {}) => {
  const files = { correlations: null, prices: null, limits: null };
  return runOptimize(anOptimizeRequest('fixtures/btc-short-strangle', { model, ...files, ...changes }), anIo());
};

describe('a search under rules that are not convex', () => {
  it.each([
    ['derive-srm', 'binaries', 'which of their smaller amounts counts was part of the search'],
    ['deribit-pme', 'convexPart', 'their convex part was optimised and the answer priced by the rules'],
  ])('%s: is proven, and says how (%s)', async (model, method, words) => {
    const document = await optimize(model);
    const { before, objective, bound, gap, proven, certificate } = resultOf(document);
    expect(document.status).toBe('ok');
    expect(proven).toBe(true);
    expect(gap).toBeLessThanOrEqual(1e-6);
    expect(objective).toBeLessThan(before.initialMargin);
    expect(bound).toBeLessThanOrEqual(objective! + 1e-6 * objective!);
    expect(certificate).toMatchObject({ method });
    expect(document.issues.filter(({ code }) => code === 'OPT_NOT_CONVEX')).toMatchObject([
      {
        severity: 'info',
        message: `the rules of ${model} are not convex: ${words}; the bound holds for the rules`,
      },
    ]);
  });

  it('without an engine for whole numbers is honest about the gap', async () => {
    const document = await optimize('derive-srm', { solver: 'js', candidates: 'BTC-31JUL26-6*' });
    const { before, objective, bound, proven, gap } = resultOf(document);
    expect(document.status).toBe('ok');
    expect(objective).toBeLessThanOrEqual(before.initialMargin);
    expect(bound).toBeLessThanOrEqual(objective!);
    expect(proven).toBe(gap! <= 1e-6);
  });

  it('says nothing of the kind under rules that are convex', async () => {
    const document = await optimize('scan', { candidates: 'BTC-31JUL26-6*' });
    expect(document.issues.some(({ code }) => code === 'OPT_NOT_CONVEX')).toBe(false);
    expect(resultOf(document).certificate).not.toHaveProperty('method');
  });
});

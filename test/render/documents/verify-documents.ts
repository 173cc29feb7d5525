import type { VerifyDocument } from '../../../src/schema/index.js';
import { manifest } from './manifest-and-greeks.js';

const hash = '3f5c1b70af3e1f76504c5f2bceb9013b2ddcabcccb194f13098aefb1e085c258';

/** A document with one digit changed; no calculation behind it. */
export const verifyDocument: VerifyDocument = {
  schema: 'margo/verify@1',
  status: 'no',
  manifest: { ...manifest, solver: null },
  result: {
    document: 'margo/optimize@1',
    file: 'hedge.json',
    verified: false,
    checks: [
      {
        name: 'unchanged',
        ok: false,
        rests: 'inputs',
        expected: 20,
        found: 19,
        detail: 'changed since it was written: result.cost',
      },
      { name: 'input market', ok: true, rests: 'inputs', expected: hash, found: hash, detail: 'market.csv' },
      { name: 'after', ok: true, rests: 'inputs', expected: 409095.573, found: 409095.573, detail: '31 made again' },
      {
        name: 'cost',
        ok: false,
        rests: 'inputs',
        expected: 15000,
        found: 16000,
        detail: 'result.cost.total is 16000, not 15000',
      },
      {
        name: 'bound by weak duality',
        ok: true,
        rests: 'weak duality',
        expected: 424095.573,
        found: 424095.573,
        detail: 'recomputed from rows and multipliers, no solver asked (result.certificate.lpBound)',
      },
      { name: 'conflict', ok: true, rests: 'inputs', expected: null, found: null, detail: '1 made again' },
    ],
    failed: 2,
    figures: 1099,
    differences: [{ path: 'result.cost.total', expected: '15000', found: '16000' }],
    restsOnSolver: ['result.certificate.rows', 'result.certificate.worstRowViolation'],
  },
  issues: [],
};

export const verifiedDocument: VerifyDocument = {
  ...verifyDocument,
  status: 'ok',
  result: {
    ...verifyDocument.result!,
    file: '-',
    verified: true,
    checks: verifyDocument.result!.checks.filter(({ ok }) => ok),
    failed: 0,
    differences: [],
    restsOnSolver: [],
  },
};

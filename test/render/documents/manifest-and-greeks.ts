import type { Greeks, Manifest } from '../../../src/schema/index.js';

export const manifest: Manifest = {
  program: 'margo',
  version: '0.1.0',
  model: { id: 'scan', parameters: 'scan-2026-01', effectiveDate: '2026-01-01' },
  asOf: '2026-06-27T09:25:14.682Z',
  inputs: [{ role: 'positions', file: 'positions.csv', sha256: 'a'.repeat(64) }],
  options: { currency: 'USD', threads: 1 },
  solver: null,
  seed: 1,
  startedAt: '2026-06-27T10:00:00.000Z',
  timings: { ingest: 12.5 },
};

export const btcGreeks: Greeks = {
  delta: -3.2172,
  gamma: -0.00041234567,
  vega: -4321.98765,
  theta: 2893.114,
  rho: -151.2,
  vanna: 0.0123,
  volga: -88.5,
  deltaCash: -193821.77,
};

export const ethGreeks: Greeks = {
  delta: 12.5,
  gamma: 0.00021,
  vega: 150.25,
  theta: -44.1,
  rho: 3.3,
  vanna: 0.5,
  volga: 2.25,
  deltaCash: 28125,
};

export const zeroGreeks: Greeks = { delta: 0, gamma: 0, vega: 0, theta: 0, rho: 0, vanna: 0, volga: 0, deltaCash: 0 };

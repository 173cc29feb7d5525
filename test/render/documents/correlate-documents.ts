import type { CorrelateDocument } from '../../../src/schema/index.js';
import { manifest } from './manifest-and-greeks.js';

const volatility = { observations: 499, first: '2024-01-01', last: '2025-05-14', missing: 0, datesPerYear: 365.25 };

/** Three underlyings chosen by score, one pair undetermined, repaired, with a gap in one column. */
export const correlateDocument: CorrelateDocument = {
  schema: 'margo/correlate@1',
  status: 'ok',
  manifest: { ...manifest, model: null, asOf: null },
  result: {
    names: ['BTC', 'ETH', '=NEW'],
    correlations: [
      [1, 0.8123456789, -0.0312],
      [0.8123456789, 1, 0],
      [-0.0312, 0, 1],
    ],
    smallestEigenvalue: 0.1871234,
    conditionNumber: 9.687654,
    estimate: {
      estimator: 'ewma',
      halfLife: 69,
      threshold: null,
      asPearson: false,
      shrinkage: null,
      returns: 'log',
      days: 5,
      overlapping: true,
      missing: 'pairwise',
      from: '2024-01-01',
      to: '2025-05-14',
      dates: 500,
      volatilities: [
        { name: 'BTC', ...volatility, daily: 0.0312345, annual: 0.5969 },
        { name: 'ETH', ...volatility, daily: 0.0412345, annual: 0.7881 },
        { name: '=NEW', ...volatility, observations: 1, missing: 12, daily: null, annual: null },
      ],
      pairs: [
        {
          a: 'BTC',
          b: 'ETH',
          correlation: 0.8123456789,
          estimated: 0.8223456789,
          observations: 495,
          effective: 58.5,
          standardError: 0.0444,
          low: 0.7123,
          high: 0.8923,
        },
        {
          a: 'BTC',
          b: '=NEW',
          correlation: -0.0312,
          estimated: -0.0298,
          observations: 31,
          effective: 3,
          standardError: null,
          low: null,
          high: null,
        },
        {
          a: 'ETH',
          b: '=NEW',
          correlation: 0,
          estimated: null,
          observations: 1,
          effective: 0.3,
          standardError: null,
          low: null,
          high: null,
        },
      ],
      interval: { method: 'bootstrap', level: 0.95, resamples: 500, block: 8 },
      smallestEigenvalue: -0.0123,
      repaired: true,
      distance: 0.01432,
      faults: [{ name: '=NEW', kind: 'gap', from: '2024-03-01', to: '2024-03-14', count: 13 }],
    },
    selection: {
      window: 250,
      step: 20,
      blocks: 12,
      scores: [
        { estimator: 'ewma', halfLife: 69, score: 0.91234, standardError: null, failed: 0, best: true },
        { estimator: 'oas', halfLife: null, score: 0.90123, standardError: 0.0123, failed: 0, best: false },
        { estimator: 'sample', halfLife: null, score: null, standardError: null, failed: 3, best: false },
      ],
    },
    repair: null,
    hedges: null,
  },
  issues: [],
};

import type { CollateralDocument } from '../../../src/schema/index.js';
import { manifest } from './manifest-and-greeks.js';

/** Two venues, one of which is short. */
export const collateralDocument: CollateralDocument = {
  schema: 'margo/collateral@1',
  status: 'infeasible',
  manifest: { ...manifest, model: null, asOf: null },
  result: {
    currency: 'USD',
    horizonDays: 7,
    postings: [
      {
        asset: 'BTC',
        venue: 'Deribit',
        amount: 5.25,
        value: 316_289.4525,
        haircut: 0.1,
        counted: 284_660.50725,
        costPerYear: 3162.894525,
        cost: 60.65825116438356,
      },
      {
        asset: '=T-bill fund',
        venue: 'OKX',
        amount: 1000,
        value: 100_000,
        haircut: 0.0005,
        counted: 99_950,
        costPerYear: -12.5,
        cost: -0.23972602739726026,
      },
    ],
    venues: [
      {
        venue: 'Deribit',
        requirement: 300_000,
        source: 'margin.json',
        posted: 284_660.50725,
        excess: 0,
        missing: 15_339.49275,
        shadowPrice: null,
      },
      {
        venue: 'OKX',
        requirement: 90_000,
        source: 'amount',
        posted: 99_950,
        excess: 9950,
        missing: 0,
        shadowPrice: 0.03,
      },
    ],
    assets: [
      { asset: 'BTC', price: 60_245.61, fundingCost: 0.01, available: 5.25, used: 5.25, idle: 0, shadowPrice: 1139.4 },
      {
        asset: '=T-bill fund',
        price: 100,
        fundingCost: -0.000125,
        available: 1500,
        used: 1000,
        idle: 500,
        shadowPrice: null,
      },
    ],
    cost: { perYear: 3150.394525, horizon: 60.4185251369863 },
    bound: 3150.39,
    gap: 0.0000014363,
    proven: false,
    proof: { kind: 'integer', multipliers: [] },
    infeasible: { missing: 15_339.49275, venues: [{ venue: 'Deribit', missing: 15_339.49275 }] },
  },
  issues: [],
};

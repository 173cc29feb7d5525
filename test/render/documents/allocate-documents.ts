import type { AllocateDocument } from '../../../src/schema/index.js';
import { manifest } from './manifest-and-greeks.js';

/** Two venues, a move by quotes and one partly handed over. */
export const allocateDocument: AllocateDocument = {
  schema: 'margo/allocate@1',
  status: 'ok',
  manifest: { ...manifest, model: null },
  result: {
    currency: 'USD',
    before: { initialMargin: 182_931.25, maintenanceMargin: 150_010.5 },
    after: { initialMargin: 79_044.125, maintenanceMargin: 64_000.25 },
    venues: [
      {
        name: 'Derive',
        model: 'derive-pm2',
        parameters: 'derive-pm2-2025',
        effectiveDate: '2025-03-01',
        confidence: 'verified',
        before: { initialMargin: 154_260.25, maintenanceMargin: 126_000.5 },
        after: { initialMargin: 0, maintenanceMargin: 0 },
        positions: [{ instrument: 'BTC-20260717-56000-P', before: -20, after: 0 }],
      },
      {
        name: '=Deribit',
        model: 'deribit-pme',
        parameters: 'deribit-pme-2025',
        effectiveDate: '2025-01-01',
        confidence: 'model',
        before: { initialMargin: 28_671, maintenanceMargin: 24_010 },
        after: { initialMargin: 79_044.125, maintenanceMargin: 64_000.25 },
        positions: [
          { instrument: 'BTC-17JUL26-52000-P', before: 20, after: 20 },
          { instrument: 'BTC-17JUL26-56000-P', before: 0, after: -20 },
        ],
      },
    ],
    moves: [
      {
        instrument: 'BTC-20260717-56000-P',
        as: 'BTC-17JUL26-56000-P',
        from: 'Derive',
        to: '=Deribit',
        quantity: -20,
        arriving: -20,
        handedOver: 12.5,
        cost: 1617.5,
        marginSaved: 103_887.125,
      },
    ],
    cost: { transfer: 150.5, spread: 900, depth: 67, fees: 500, total: 1617.5 },
    objective: 80_661.625,
    marginWeight: 1,
    bound: 80_661.6,
    gap: 3.0993e-7,
    proven: true,
    candidates: {
      considered: 3,
      excluded: [{ instrument: 'BTC-PERPETUAL at =Deribit', reason: 'no other venue has it, or an equivalent' }],
    },
    certificate: {
      kind: 'linear',
      lpBound: 80_661.6,
      searchBound: null,
      multipliers: [],
      rows: 40,
      columns: 12,
      worstRowViolation: 1e-12,
    },
  },
  issues: [],
};

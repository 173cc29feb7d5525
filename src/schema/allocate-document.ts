import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from './common.js';
import { envelope } from './envelope.js';
import { CertificateSchema } from './optimize-document.js';

const MarginsSchema = closed({ initialMargin: Money, maintenanceMargin: Money });

export const AllocatedVenueSchema = closed({
  name: Type.String(),
  model: Type.String(),
  parameters: Type.String(),
  effectiveDate: Type.String(),
  confidence: Type.Union([Type.Literal('verified'), Type.Literal('model')]),
  before: MarginsSchema,
  after: MarginsSchema,
  positions: Type.Array(
    closed({ instrument: Type.String(), before: Type.Number(), after: Type.Number() }, 'contracts, signed'),
    { description: 'what is held there before or after' },
  ),
});

export const MoveSchema = closed({
  instrument: Type.String({ description: 'as it is called where it leaves' }),
  as: Type.String({ description: 'as it is called where it arrives' }),
  from: Type.String(),
  to: Type.String(),
  quantity: Type.Number({ description: 'contracts that leave, signed: a short position that leaves is negative' }),
  arriving: Type.Number({ description: 'contracts that arrive, signed' }),
  handedOver: Type.Number({
    description: 'of the quantity, contracts handed over; the others are closed at the one and opened at the other',
  }),
  cost: Type.Number({ description: 'transfer, spread, depth and fees, in reporting currency' }),
  marginSaved: Type.Number({ description: 'margin that the venues together would need more without this move' }),
});

export const AllocateCostSchema = closed({ transfer: Money, spread: Money, depth: Money, fees: Money, total: Money });

export const AllocateResultSchema = closed({
  currency: Type.String(),
  before: MarginsSchema,
  after: MarginsSchema,
  venues: Type.Array(AllocatedVenueSchema),
  moves: Type.Array(MoveSchema, { description: 'the one that saves most margin first' }),
  cost: AllocateCostSchema,
  objective: Type.Number({ description: 're-evaluated: weight x initial margins after + cost' }),
  marginWeight: Type.Number({ description: '1, or capitalCost x horizon / 365' }),
  bound: Nullable(Type.Number({ description: 'no admissible allocation has a lower objective' })),
  gap: Nullable(Type.Number({ description: '(objective - bound) / max(1, |objective|)' })),
  proven: Type.Boolean(),
  candidates: closed({
    considered: Type.Integer({ description: 'moves' }),
    excluded: Type.Array(closed({ instrument: Type.String(), reason: Type.String() })),
  }),
  certificate: CertificateSchema,
});

export const AllocateDocumentSchema = envelope('allocate', 1, AllocateResultSchema);

export type AllocatedVenue = Static<typeof AllocatedVenueSchema>;
export type MoveLine = Static<typeof MoveSchema>;
export type AllocateCost = Static<typeof AllocateCostSchema>;
export type AllocateResult = Static<typeof AllocateResultSchema>;
export type AllocateDocument = Static<typeof AllocateDocumentSchema>;

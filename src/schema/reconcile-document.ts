import { type Static, Type } from '@sinclair/typebox';
import { closed, IssueSchema, Money, Nullable } from './common.js';
import { envelope } from './envelope.js';

const ToleranceSchema = closed(
  {
    amount: Type.Number({ minimum: 0, description: 'money, or a fraction of the reported figure' }),
    relative: Type.Boolean({ description: 'whether it is a fraction' }),
  },
  'how far a figure may be from the reported one',
);

export const ReconciledFigureSchema = closed({
  name: Type.String({
    description:
      'initialMargin, maintenanceMargin, netInitial, netMaintenance (value less requirement), value, component.NAME or scenario.NAME',
  }),
  ours: Money,
  theirs: Money,
  difference: Type.Number({ description: 'ours less theirs' }),
  relative: Nullable(
    Type.Number({ description: 'size of the difference over that of theirs; null where theirs is 0' }),
  ),
  within: Type.Boolean(),
});

export const ReconciledCaseSchema = closed({
  name: Type.String(),
  status: Type.Union([Type.Literal('within'), Type.Literal('outside'), Type.Literal('refused')]),
  model: Type.String(),
  parameters: Nullable(Type.String({ description: 'id of the parameter set' })),
  confidence: Nullable(Type.String({ description: 'verified, or model where no outside figures prove the rules' })),
  currency: Type.String(),
  asOf: Nullable(Type.String({ description: 'ISO 8601, UTC' })),
  source: Nullable(Type.String({ description: 'where the reported figures come from' })),
  figures: Type.Array(ReconciledFigureSchema, { description: 'as reported; empty for a refused case' }),
  issues: Type.Array(IssueSchema, { description: 'those of this case alone' }),
});

export const ReconcileResultSchema = closed({
  tolerance: ToleranceSchema,
  cases: Type.Array(ReconciledCaseSchema, {
    description: 'those outside first, the worst of them leading; then refused, then within',
  }),
  passed: Type.Integer({ minimum: 0 }),
  failed: Type.Integer({ minimum: 0 }),
  refused: Type.Integer({ minimum: 0 }),
  worst: Nullable(
    closed(
      { case: Type.String(), figure: ReconciledFigureSchema },
      'the figure farthest from the reported one, measured by the tolerance',
    ),
  ),
});

export const ReconcileDocumentSchema = envelope('reconcile', 1, ReconcileResultSchema);

export type ReconciledFigure = Static<typeof ReconciledFigureSchema>;
export type ReconciledCase = Static<typeof ReconciledCaseSchema>;
export type ReconcileResult = Static<typeof ReconcileResultSchema>;
export type ReconcileDocument = Static<typeof ReconcileDocumentSchema>;

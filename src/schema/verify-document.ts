import { type Static, Type } from '@sinclair/typebox';
import { closed, Nullable } from './common.js';
import { envelope } from './envelope.js';

/** `expected` is what was made again, `found` what the document says. */
const FigureSchema = Nullable(Type.Union([Type.Number(), Type.String()]));

export const CheckSchema = closed({
  name: Type.String(),
  ok: Type.Boolean(),
  rests: Type.Union([Type.Literal('inputs'), Type.Literal('weak duality'), Type.Literal('solver')], {
    description:
      'inputs: made again from them; weak duality: proved without a solver; solver: only checked to agree with the rest',
  }),
  expected: FigureSchema,
  found: FigureSchema,
  detail: Type.String(),
});

export const DifferenceSchema = closed({
  path: Type.String({ description: 'where in the document: result.trades[0].quantity' }),
  expected: Type.String({ description: 'as JSON; nothing where the document should not have it' }),
  found: Type.String({ description: 'as JSON; nothing where the document lacks it' }),
});

export const VerifyResultSchema = closed({
  document: Type.String({ description: 'schema of the document: margo/optimize@1' }),
  file: Type.String(),
  verified: Type.Boolean({ description: 'whether every check holds' }),
  checks: Type.Array(CheckSchema),
  failed: Type.Integer(),
  figures: Type.Integer({ description: 'numbers and words of the document that were compared' }),
  differences: Type.Array(DifferenceSchema),
  restsOnSolver: Type.Array(Type.String(), { description: 'places that only the solver’s word stands for' }),
});

export const VerifyDocumentSchema = envelope('verify', 1, VerifyResultSchema);

export type Check = Static<typeof CheckSchema>;
export type Difference = Static<typeof DifferenceSchema>;
export type VerifyResult = Static<typeof VerifyResultSchema>;
export type VerifyDocument = Static<typeof VerifyDocumentSchema>;

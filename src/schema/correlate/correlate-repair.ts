import { type Static, Type } from '@sinclair/typebox';
import { closed, Nullable } from '../common.js';

const Pair = { a: Type.String(), b: Type.String() };

export const AdmissiblePairSchema = closed({
  ...Pair,
  correlation: Type.Number(),
  from: Type.Number({ description: 'least that it can be if the two others of the triple are right' }),
  to: Type.Number(),
});

export const ImpossibleTripleSchema = closed({
  names: Type.Array(Type.String()),
  determinant: Type.Number({ description: 'of the three by three matrix; below 0 no three figures have it' }),
  pairs: Type.Array(AdmissiblePairSchema),
});

export const MovedCorrelationSchema = closed({
  ...Pair,
  before: Type.Number(),
  after: Type.Number(),
  change: Type.Number(),
});

export const ComparedCorrelationSchema = closed({
  ...Pair,
  given: Type.Number({ description: 'in the matrix of the file' }),
  estimated: Nullable(Type.Number({ description: 'from the prices; null where they do not determine it' })),
  difference: Nullable(Type.Number({ description: 'given less estimated' })),
  standardErrors: Nullable(Type.Number({ description: 'the difference in standard errors of the estimate' })),
});

export const CorrelateRepairSchema = closed({
  given: Type.Array(Type.Array(Type.Number()), { description: 'the matrix as the file has it' }),
  valid: Type.Boolean({ description: 'a correlation matrix as it is' }),
  smallestEigenvalue: Type.Number({ description: 'of the matrix as given' }),
  negativeEigenvalues: Type.Integer(),
  impossibleTriples: Type.Integer({ description: 'how many triples contradict themselves' }),
  triples: Type.Array(ImpossibleTripleSchema, { description: 'the worst of them, at most 20' }),
  method: Nullable(
    Type.Union([Type.Literal('nearest'), Type.Literal('weighted'), Type.Literal('spectral'), Type.Literal('shrink')], {
      description: 'null where nothing had to be repaired',
    }),
  ),
  weights: Type.Array(closed({ name: Type.String(), weight: Type.Number() }), {
    description: 'of `weighted`: pairs of heavy names stay nearer',
  }),
  fixed: Type.Array(closed({ ...Pair, correlation: Type.Number() })),
  target: Nullable(Type.String({ description: 'of `shrink`: identity, equal, or a file' })),
  alpha: Nullable(Type.Number({ description: 'of `shrink`: the part of the target in the result, 0 to 1' })),
  distance: Type.Number({ description: 'Frobenius distance between the two matrices' }),
  largestChange: Type.Number(),
  moved: Type.Array(MovedCorrelationSchema, { description: 'pairs that were changed, the farthest first' }),
  compared: Nullable(
    Type.Array(ComparedCorrelationSchema, {
      description: 'the file beside an estimate from prices; null without prices',
    }),
  ),
});

export type CorrelateRepair = Static<typeof CorrelateRepairSchema>;
export type ImpossibleTripleLine = Static<typeof ImpossibleTripleSchema>;
export type MovedCorrelation = Static<typeof MovedCorrelationSchema>;
export type ComparedCorrelation = Static<typeof ComparedCorrelationSchema>;

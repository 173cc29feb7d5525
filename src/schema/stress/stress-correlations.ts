import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from '../common.js';

const Rho = Type.Number({ minimum: -1, maximum: 1 });
const Matrix = Type.Array(Type.Array(Type.Number()), { description: 'row by row, in the order of names' });

const STRESSED = {
  initialMargin: Money,
  marginChange: Type.Number({ description: 'initial margin after less before' }),
};

export const StressedMatrixSchema = closed({
  name: Type.String(),
  kind: Type.Union([Type.Literal('one'), Type.Literal('zero'), Type.Literal('block')]),
  underlyings: Type.Array(Type.String(), { description: 'of a block: those that part from the others' }),
  distance: Type.Number({ minimum: 0, description: 'Frobenius distance from the present matrix' }),
  ...STRESSED,
});

const PairMoveSchema = closed({
  correlation: Type.Number({ description: 'of the pair, in the matrix used' }),
  repaired: Type.Boolean({
    description:
      'true where other pairs moved too, to the nearest correlation matrix; false where only this pair moved',
  }),
  ...STRESSED,
});

export const StressedPairSchema = closed({
  a: Type.String(),
  b: Type.String(),
  correlation: Type.Number({ description: 'now' }),
  low: Type.Number({ description: 'least the pair may be while all others stay' }),
  high: Type.Number({ description: 'most' }),
  down: PairMoveSchema,
  up: PairMoveSchema,
});

export const CorrelationCurveSchema = closed({
  a: Type.String(),
  b: Type.String(),
  points: Type.Array(closed({ correlation: Type.Number(), initialMargin: Money }), {
    description: 'over all that the pair may be while the others stay, ends included',
  }),
});

export const StressRegimeSchema = closed({
  name: Type.String({ description: 'calm is the quietest, stressed the wildest' }),
  days: Type.Integer(),
  share: Type.Number({ description: 'of all days' }),
  spells: Type.Array(closed({ from: Type.String(), to: Type.String(), days: Type.Integer() }), {
    description: 'stretches of days, in the order of time',
  }),
  dailyVolatilities: Type.Array(closed({ underlying: Type.String(), volatility: Type.Number() })),
  matrix: Matrix,
  repaired: Type.Boolean({ description: 'made the nearest correlation matrix' }),
  ...STRESSED,
  withVolatilities: closed(STRESSED, "with the regime's volatilities too, not its correlations alone"),
});

export const StressRegimesSchema = closed({
  window: Type.Integer({ description: 'returns in a rolling window' }),
  from: Type.String(),
  to: Type.String(),
  underlyings: Type.Array(Type.String(), {
    description: 'those with prices; correlations of others are as they are now',
  }),
  regimes: Type.Array(StressRegimeSchema, { description: 'the calmest first' }),
});

export const WorstPairSchema = closed({
  a: Type.String(),
  b: Type.String(),
  before: Rho,
  after: Type.Number(),
  share: Type.Number({
    description: 'margin that goes away when this pair alone is put back (and the matrix repaired)',
  }),
});

export const WorstMatrixSchema = closed({
  within: Nullable(Type.String({ description: 'how far each pair might go' })),
  pairsBounded: Type.Optional(
    Type.Integer({ description: 'pairs with bounds of a file; where it is given alone, no other moves' }),
  ),
  distanceAllowed: Nullable(Type.Number({ description: 'Frobenius distance from the present matrix at most' })),
  matrix: Matrix,
  ...STRESSED,
  distance: Type.Number({ minimum: 0 }),
  method: Type.Union([Type.Literal('grid'), Type.Literal('projected gradient')]),
  proven: Type.Boolean({ description: 'whether no admissible matrix is worse; false is a local optimum' }),
  climbs: Type.Integer({ description: 'starts of the search' }),
  evaluations: closed({
    full: Type.Integer({ description: 'margins by full re-evaluation' }),
    quick: Type.Integer({ description: 'by curves of P&L, for the search alone' }),
  }),
  pairs: Type.Array(WorstPairSchema, { description: 'that moved, the one that matters most first' }),
});

/** What the margin becomes as correlations move. */
export const StressCorrelationsSchema = closed({
  names: Type.Array(Type.String(), { description: 'underlyings that are correlated' }),
  matrix: Matrix,
  initialMargin: Type.Number({ description: 'by the present matrix, what changes are against' }),
  matrices: Type.Array(StressedMatrixSchema, { description: 'all to one, all to zero, and blocks that break' }),
  pairMove: Type.Number({ description: 'how far each pair is moved either way' }),
  pairs: Type.Array(StressedPairSchema, { description: 'the largest rise of the margin first' }),
  curve: Nullable(CorrelationCurveSchema),
  regimes: Nullable(StressRegimesSchema),
  worst: WorstMatrixSchema,
});

export type StressedMatrix = Static<typeof StressedMatrixSchema>;
export type StressedPair = Static<typeof StressedPairSchema>;
export type CorrelationCurve = Static<typeof CorrelationCurveSchema>;
export type StressRegime = Static<typeof StressRegimeSchema>;
export type StressRegimes = Static<typeof StressRegimesSchema>;
export type WorstMatrix = Static<typeof WorstMatrixSchema>;
export type StressCorrelations = Static<typeof StressCorrelationsSchema>;

import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from '../common.js';

/** What a bump of one figure does to the initial margin. */
export const ParameterLineSchema = closed({
  parameter: Type.String({ description: 'its dotted place, entries of lists counted from 0' }),
  value: Type.Number(),
  step: Type.Number({ description: 'the bump, in units of the figure' }),
  bump: Type.Union([Type.Literal('relative'), Type.Literal('absolute'), Type.Literal('whole')], {
    description: 'relative: 1 % of the figure; absolute: 0.01, where it is 0; whole: 1',
  }),
  sides: Type.Union([Type.Literal('both'), Type.Literal('up'), Type.Literal('down')], {
    description: 'what the rules of the figures allow: both sides are a central difference',
  }),
  perPercent: Nullable(
    Type.Number({ description: 'margin change per +1 % of the figure; null where it is 0 or whole' }),
  ),
  perUnit: Type.Number({ description: 'margin change per unit of the figure' }),
  elasticity: Nullable(
    Type.Number({ description: 'margin change in percent per +1 % of the figure; null where that is none' }),
  ),
  slopeDown: Nullable(
    Type.Number({ description: 'margin per unit below the figure; null where the rules do not allow less' }),
  ),
  slopeUp: Nullable(Type.Number({ description: 'margin per unit above it; null where the rules do not allow more' })),
  kink: Type.Union([Type.Literal('none'), Type.Literal('here'), Type.Literal('near')], {
    description: 'here: the two slopes differ however small the bump; near: the margin has a corner within the bump',
  }),
});

export type ParameterLine = Static<typeof ParameterLineSchema>;

/** One figure of the worst set. */
export const RangedParameterSchema = closed({
  parameter: Type.String(),
  value: Type.Number({ description: 'as the run has it' }),
  min: Type.Number(),
  max: Type.Number(),
  worst: Type.Number({ description: 'in the worst set found' }),
  alone: Nullable(
    Type.Number({ description: 'margin change when it alone goes there; null where the rules refuse that' }),
  ),
  matters: Nullable(
    Type.Number({ description: 'by how much the margin of the worst set falls when it goes back; null likewise' }),
  ),
});

/** The set within the ranges that raises the margin most. */
export const WorstSetSchema = closed({
  margin: Money,
  increase: Type.Number({ description: 'over the margin of the run' }),
  optimum: Type.Union([Type.Literal('all sets'), Type.Literal('local')], {
    description: 'all sets: every set within the ranges was looked at; local: the highest found',
  }),
  corners: Type.Integer({ description: 'sets with every figure at an end that were looked at' }),
  grid: Type.Integer({ description: 'further sets of a grid between the ends' }),
  starts: Type.Integer({ description: 'starts of the coordinate ascent' }),
  said: Type.String({ description: 'what was done, in words' }),
  parameters: Type.Array(RangedParameterSchema, { description: 'the one that matters most first' }),
  set: closed(
    { values: Type.Record(Type.String(), Type.Unknown()) },
    'the figures that differ from the run’s, as --parameters reads them',
  ),
});

export type WorstSet = Static<typeof WorstSetSchema>;

/** How much of a margin rests on which figure of its rule book. */
export const StressParametersSchema = closed({
  margin: Type.Number({ description: 'initial margin under the figures as they are' }),
  model: Type.String(),
  parameters: Type.String({ description: 'id of the parameter set' }),
  numbers: Type.Integer({ description: 'numbers in the set' }),
  sensitivities: Type.Array(ParameterLineSchema, { description: 'the largest effect of a bump first' }),
  withoutEffect: closed({
    count: Type.Integer({ description: 'numbers whose bump leaves the margin as it is' }),
    parameters: Type.Array(Type.String(), { description: 'their names, where asked for' }),
  }),
  fixed: Type.Array(Type.String(), { description: 'numbers that the rules let be nothing else near by' }),
  worst: Nullable(WorstSetSchema),
});

export type StressParameters = Static<typeof StressParametersSchema>;

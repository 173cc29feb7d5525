import { type Static, Type } from '@sinclair/typebox';

/** What a bump of one figure does to the initial margin. */
export const ParameterLineSchema = Type.Object({
  parameter: Type.String({ description: 'its dotted place, entries of lists counted from 0' }),
  value: Type.Number(),
  step: Type.Number({ description: 'the bump, in units of the figure' }),
  bump: Type.Union([Type.Literal('relative'), Type.Literal('absolute'), Type.Literal('whole')], {
    description: 'relative: 1 % of the figure; absolute: 0.01, where it is 0; whole: 1',
  }),
  sides: Type.Union([Type.Literal('both'), Type.Literal('up'), Type.Literal('down')], {
    description: 'what the rules of the figures allow: both sides are a central difference',
  }),
  perPercent: Type.Union([Type.Number(), Type.Null()], {
    description: 'margin change per +1 % of the figure; null where it is 0 or whole',
  }),
  perUnit: Type.Number({ description: 'margin change per unit of the figure' }),
  elasticity: Type.Union([Type.Number(), Type.Null()], {
    description: 'margin change in percent per +1 % of the figure; null where that is none',
  }),
  slopeDown: Type.Union([Type.Number(), Type.Null()], {
    description: 'margin per unit below the figure; null where the rules do not allow less',
  }),
  slopeUp: Type.Union([Type.Number(), Type.Null()], {
    description: 'margin per unit above it; null where the rules do not allow more',
  }),
  kink: Type.Boolean({ description: 'whether the two slopes differ however small the bump' }),
});

export type ParameterLine = Static<typeof ParameterLineSchema>;

/** One figure of the worst set. */
export const RangedParameterSchema = Type.Object({
  parameter: Type.String(),
  value: Type.Number({ description: 'as the run has it' }),
  min: Type.Number(),
  max: Type.Number(),
  worst: Type.Number({ description: 'in the worst set found' }),
  alone: Type.Number({ description: 'margin change when it alone goes there' }),
  matters: Type.Number({ description: 'by how much the margin of the worst set falls when it goes back' }),
});

/** The set within the ranges that raises the margin most. */
export const WorstSetSchema = Type.Object({
  margin: Type.Number(),
  increase: Type.Number({ description: 'over the margin of the run' }),
  optimum: Type.Union([Type.Literal('all sets'), Type.Literal('local')], {
    description: 'all sets: every set within the ranges was looked at; local: the highest found',
  }),
  corners: Type.Integer({ description: 'sets with every figure at an end that were looked at' }),
  grid: Type.Integer({ description: 'further sets of a grid between the ends' }),
  starts: Type.Integer({ description: 'starts of the coordinate ascent' }),
  evaluations: Type.Integer({ description: 'margins worked out by the full rules' }),
  said: Type.String({ description: 'what was done, in words' }),
  parameters: Type.Array(RangedParameterSchema, { description: 'the one that matters most first' }),
  set: Type.Object(
    { values: Type.Record(Type.String(), Type.Unknown()) },
    { description: 'the figures that differ from the run’s, as --parameters reads them' },
  ),
});

export type WorstSet = Static<typeof WorstSetSchema>;

/** How much of a margin rests on which figure of its rule book. */
export const ParametersSectionSchema = Type.Object({
  margin: Type.Number({ description: 'initial margin under the figures as they are' }),
  model: Type.String(),
  parameters: Type.String({ description: 'id of the parameter set' }),
  numbers: Type.Integer({ description: 'numbers in the set' }),
  sensitivities: Type.Array(ParameterLineSchema, { description: 'the largest effect of a bump first' }),
  withoutEffect: Type.Object({
    count: Type.Integer({ description: 'numbers whose bump leaves the margin as it is' }),
    parameters: Type.Array(Type.String(), { description: 'their names, where asked for' }),
  }),
  fixed: Type.Array(Type.String(), { description: 'numbers that the rules let be nothing else near by' }),
  worst: Type.Union([WorstSetSchema, Type.Null()], { description: 'null without ranges' }),
});

export type ParametersSection = Static<typeof ParametersSectionSchema>;

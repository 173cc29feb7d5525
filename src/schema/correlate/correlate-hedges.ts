import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from '../common.js';

export const OffsetPairSchema = closed({
  a: Type.String(),
  b: Type.String(),
  correlation: Type.Number(),
  apart: Type.Number({ description: 'margin of the one alone plus that of the other, money' }),
  together: Type.Number({ description: 'margin of the two in one book' }),
  offset: Type.Number({ description: 'apart less together' }),
  withoutIt: Type.Number({ description: 'margin of the whole book with this correlation at 0' }),
  worth: Type.Number({ description: 'how much more that is than the margin of the book; below 0 it costs' }),
  others: Type.Boolean({ description: 'other correlations had to move too for this one to be 0' }),
});

export const OffsetGroupSchema = closed({
  names: Type.Array(Type.String()),
  apart: Type.Number({ description: 'margins of each alone, added' }),
  together: Type.Number(),
  offset: Type.Number({ description: 'apart less together' }),
  leastMember: Type.String({ description: 'the one that adds least to the offset' }),
  leastAdded: Type.Number({ description: 'what the group has over the group without that one' }),
});

export const StressedWindowSchema = closed({
  kind: Type.Union([Type.Literal('worst'), Type.Literal('volatile')], {
    description: 'the book lost most, or prices moved most',
  }),
  from: Type.String(),
  to: Type.String(),
  bookMove: Type.Number({ description: 'money the book, taken as linear, makes or loses in it' }),
  volatility: Type.Number({ description: 'times that of all dates' }),
});

export const HedgeInWindowSchema = closed({
  from: Type.String(),
  to: Type.String(),
  correlation: Nullable(Type.Number()),
  effectiveness: Nullable(Type.Number({ description: '1 less the part of the squared moves that the hedge leaves' })),
  left: Nullable(
    Type.Number({ description: 'squared moves left, of those of the exposure unhedged on the average of all dates' }),
  ),
});

export const HedgeLineSchema = closed({
  underlying: Type.String(),
  exposure: Type.Number({ description: 'money per 100 % move of the underlying' }),
  instrument: Type.String(),
  instrumentUnderlying: Type.String(),
  quoted: Type.Boolean({ description: 'the market has a bid or an ask for it' }),
  correlation: Type.Number(),
  ratio: Type.Number({ description: 'money of the hedge per money of exposure, of least variance' }),
  contracts: Type.Number({ description: 'signed; in whole lots where the market gives a lot' }),
  residualShare: Type.Number({
    description: 'part of the variance left at that ratio: 1 less the correlation squared',
  }),
  residualMoney: Type.Number({ description: 'standard deviation of a day left, money' }),
  unhedgedMoney: Type.Number({ description: 'standard deviation of a day without the hedge, money' }),
  marginAfter: Type.Number({ description: 'margin of the whole book with the hedge, by full re-evaluation' }),
  saved: Type.Number({ description: 'margin before less after; below 0 the hedge costs margin' }),
  best: Type.Boolean({ description: 'of those on another underlying the one that saves most, if any does' }),
  sampleCorrelation: Nullable(Type.Number({ description: 'over all dates of the prices; null without prices' })),
  effectiveness: Nullable(Type.Number({ description: 'over all dates: its square' })),
  windows: Type.Array(HedgeInWindowSchema, { description: 'the same hedge in each stressed window' }),
  verdict: Type.Union(
    [
      Type.Literal('holds'),
      Type.Literal('failed'),
      Type.Literal('weak'),
      Type.Literal('untested'),
      Type.Literal('own'),
    ],
    {
      description:
        'failed: effective over all dates, not in some stressed window, where it left more than it may of an ordinary day; weak: not effective over all dates either; own: the same underlying',
    },
  ),
});

export const CorrelateHedgesSchema = closed({
  model: Type.String(),
  parameters: Type.String(),
  currency: Type.String(),
  margin: Money,
  standalone: Type.Number({ description: 'margins of each underlying alone, added' }),
  offset: Type.Number({ description: 'standalone less margin' }),
  pairs: Type.Array(OffsetPairSchema, { description: 'the largest offset first' }),
  pairsLeftOut: Type.Integer({ description: 'pairs that save less and are not told' }),
  groups: Type.Array(OffsetGroupSchema, { description: 'three and more in which each adds to the offset' }),
  hedges: Type.Array(HedgeLineSchema),
  threshold: Type.Number({ description: 'effectiveness below this fails' }),
  windowDays: Type.Integer({ description: 'returns in a stressed window' }),
  windows: Type.Array(StressedWindowSchema),
});

export type CorrelateHedges = Static<typeof CorrelateHedgesSchema>;
export type OffsetPair = Static<typeof OffsetPairSchema>;
export type OffsetGroup = Static<typeof OffsetGroupSchema>;
export type HedgeLine = Static<typeof HedgeLineSchema>;
export type StressedWindow = Static<typeof StressedWindowSchema>;

import { type Static, Type } from '@sinclair/typebox';
import { closed, Nullable } from '../common.js';
import { StressedBookSchema } from './stressed-book.js';

export const StressWindowSchema = closed({
  name: Type.String({ description: 'its last date' }),
  from: Type.String({ description: 'date of the prices at its start' }),
  to: Type.String({ description: 'date of the prices at its end' }),
  moves: Type.Array(closed({ underlying: Type.String(), move: Type.Number() }), {
    description: 'the joint move: fraction of the price at its start, of every underlying held that has a price then',
  }),
  missing: Type.Array(Type.String(), {
    description: 'underlyings held without a price at its start or its end; the book is then not valued',
  }),
  book: Nullable(StressedBookSchema),
});

/** What moves of the past would do to the book of today. */
export const StressHistorySchema = closed({
  windowDays: Type.Integer({ minimum: 1, description: 'price dates from the start of a window to its end' }),
  rule: Type.Union([Type.Literal('worst'), Type.Literal('dates')], {
    description: 'the worst windows, or those that end on dates asked for',
  }),
  from: Nullable(Type.String({ description: 'first price date looked at' })),
  to: Nullable(Type.String({ description: 'last' })),
  looked: Type.Integer({ minimum: 0, description: 'windows valued' }),
  incomplete: Type.Integer({ minimum: 0, description: 'windows left out because a price is missing' }),
  unmoved: Type.Array(Type.String(), {
    description: 'underlyings held that the file has no column for; they stand still',
  }),
  windows: Type.Array(StressWindowSchema, { description: 'worst first, or by date' }),
});

export type StressWindow = Static<typeof StressWindowSchema>;
export type StressHistory = Static<typeof StressHistorySchema>;

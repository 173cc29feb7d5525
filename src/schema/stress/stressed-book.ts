import { type Static, Type } from '@sinclair/typebox';
import { closed, Money, Nullable } from '../common.js';

const named = {
  pnl: Type.Number({ description: 'profit or loss by full revaluation, in reporting currency' }),
};

export const StressedUnderlyingSchema = closed({
  underlying: Type.String(),
  level: Nullable(Type.Number({ description: 'after the move; null where the move is one of time alone' })),
  move: Type.Number({ description: 'fraction of the level by which it moved' }),
  ...named,
});

export const StressedInstrumentSchema = closed({
  instrument: Type.String(),
  quantity: Type.Number(),
  ...named,
});

/** What the book becomes in one state of the market; every part of a stress document tells it in these words. */
export const STRESSED_BOOK = {
  pnl: Type.Number({ description: 'of the book, by full revaluation, in reporting currency' }),
  initialMargin: Money,
  marginChange: Type.Number({ description: 'initial margin after less before' }),
  maintenanceMargin: Money,
  portfolioValue: Type.Number({ description: 'portfolio value before, and the P&L' }),
  equity: Nullable(
    Type.Number({ description: 'with cash and collateral at the moved prices; null without an account' }),
  ),
  excess: Nullable(Type.Number({ description: 'equity less initial margin' })),
  byUnderlying: Type.Array(StressedUnderlyingSchema, { description: 'of the underlyings held, largest loss first' }),
  byInstrument: Nullable(
    Type.Array(StressedInstrumentSchema, { description: 'largest loss first; null unless asked for' }),
  ),
};

export type StressedUnderlying = Static<typeof StressedUnderlyingSchema>;
export type StressedInstrument = Static<typeof StressedInstrumentSchema>;

export const StressedBookSchema = closed(STRESSED_BOOK);

export type StressedBook = Static<typeof StressedBookSchema>;

import { type Static, Type } from '@sinclair/typebox';
import { closed, Money } from '../common.js';

export const StressDaySchema = closed({
  date: Type.String({ description: 'ISO 8601, UTC' }),
  days: Type.Number({ description: 'from now' }),
  initialMargin: Money,
  maintenanceMargin: Money,
  pnl: Type.Number({ description: 'what passing time alone earns the book until then' }),
  expired: Type.Array(Type.String(), { description: 'positions that expired since the date before' }),
});

/** Margin on each day to come, with nothing moved but time. */
export const StressTimeSchema = closed({
  until: Type.String({ description: 'ISO 8601, UTC' }),
  dates: Type.Array(StressDaySchema),
  change: Type.Number({ description: 'the highest less that of now' }),
  highest: closed({ date: Type.String(), days: Type.Number(), initialMargin: Money }, 'the lifetime maximum'),
});

export type StressDay = Static<typeof StressDaySchema>;
export type StressTime = Static<typeof StressTimeSchema>;

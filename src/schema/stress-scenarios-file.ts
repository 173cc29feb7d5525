import { type Static, Type } from '@sinclair/typebox';
import { STRESS_COMBINE, STRESS_MOVE_KINDS } from '../domain/index.js';
import { choiceField, numberField, percentField, textField } from './field-schemas.js';

export const StressScenarioRowSchema = Type.Object({
  scenario: Type.String({ description: 'its name; rows of one name happen at once' }),
  what: Type.Union(
    [...STRESS_MOVE_KINDS, 'scenario'].map((what) => Type.Literal(what)),
    {
      description:
        'level (every forward with it, in proportion), forward (of one expiry, after that), volatility, rate, time; scenario takes in others by name',
    },
  ),
  of: Type.Optional(
    textField(
      'the underlying, * or blank for all; of a scenario: names with | between them, one of which is taken at a time',
    ),
  ),
  move: Type.Optional(
    percentField('a fraction or a percentage (-20%); an amount where unit is absolute; days of time'),
  ),
  unit: Type.Optional(
    choiceField(['relative', 'absolute'], 'relative by default; a rate moves by an amount always (0.01 or 1%)'),
  ),
  expiry: Type.Optional(textField('date of the forward; of volatility: options of that expiry alone')),
  min_days: Type.Optional(numberField('volatility: options with at least so many days left')),
  max_days: Type.Optional(numberField('with fewer than so many, so that buckets can meet')),
  min_moneyness: Type.Optional(percentField('volatility: options with strike over forward at least this')),
  max_moneyness: Type.Optional(percentField('below this')),
  combine: Type.Optional(
    choiceField(
      STRESS_COMBINE,
      'how several moves of one thing join: product (by default) multiplies, sum adds fractions',
    ),
  ),
  alone: Type.Optional(choiceField(['yes', 'no'], 'no: only as a part of other scenarios')),
});

export const StressScenariosFileSchema = Type.Array(StressScenarioRowSchema, {
  description: 'Scenarios of margo stress, one move a row.',
});

export type StressScenarioRow = Static<typeof StressScenarioRowSchema>;

import { type Static, Type } from '@sinclair/typebox';
import { numberField, textField } from './field-schemas.js';

export const RobustRuleSchema = Type.Union([Type.Literal('worst'), Type.Literal('weighted')]);

const file = (what: string) => textField(`${what}, relative to the folder of this file`);

export const RobustCaseSchema = Type.Object({
  name: Type.Optional(textField('what the case is called; its model, or its place in the list, by default')),
  weight: Type.Optional(numberField('of its margin in a weighted sum; 1 by default')),
  model: Type.Optional(textField('ID, or ID@SET for one of its parameter sets; that of --model by default')),
  set: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'figures of the model, by name' })),
  parameters: Type.Optional(file('a file of the model’s parameters')),
  market: Type.Optional(file('a market file')),
  correlations: Type.Optional(file('a correlations file')),
});

export const RobustFileSchema = Type.Object(
  {
    rule: Type.Optional(RobustRuleSchema),
    cases: Type.Array(RobustCaseSchema, { minItems: 1 }),
  },
  { description: 'Markets, parameter sets or rule books to hedge against at once, for margo optimize --robust.' },
);

export type RobustRule = Static<typeof RobustRuleSchema>;
export type RobustFile = Static<typeof RobustFileSchema>;

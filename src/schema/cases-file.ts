import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { AccountFileSchema } from './account-file.js';
import { CorrelationsFileSchema } from './correlations-file.js';
import { numberField, requiredNumberField, textField } from './field-schemas.js';
import { MarketFileSchema } from './market-file.js';
import { PositionsFileSchema } from './positions-file.js';
import { PricesFileSchema } from './prices-file.js';

const fileOr = (schema: TSchema, what: string) =>
  Type.Union([Type.String({ description: 'a file, relative to the folder of the cases file' }), schema], {
    description: what,
  });

const parts = (what: string) => Type.Record(Type.String(), requiredNumberField(what));

export const ReportedSchema = Type.Object(
  {
    initialMargin: Type.Optional(numberField('requirement, positive')),
    maintenanceMargin: Type.Optional(numberField('requirement, positive')),
    netInitial: Type.Optional(numberField('value less initial requirement, cash included')),
    netMaintenance: Type.Optional(numberField('value less maintenance requirement, cash included')),
    value: Type.Optional(numberField('value of the positions, and of the account where there is one')),
    components: Type.Optional(parts('an amount of money, by the name of the component')),
    scenarios: Type.Optional(parts('profit and loss, by the name of the scenario')),
  },
  { description: 'what the venue reports, in the reporting currency' },
);

export const CaseSchema = Type.Object({
  name: Type.Optional(textField('what the case is called')),
  model: Type.Optional(textField('ID, or ID@SET for one of its parameter sets')),
  positions: fileOr(PositionsFileSchema, 'a positions file, or its rows'),
  market: Type.Optional(fileOr(MarketFileSchema, 'a market file, or its rows')),
  account: Type.Optional(fileOr(AccountFileSchema, 'an account file, or what it holds')),
  correlations: Type.Optional(fileOr(CorrelationsFileSchema, 'a correlations file, or its rows')),
  prices: Type.Optional(fileOr(PricesFileSchema, 'a price history, or its rows')),
  asOf: Type.Optional(textField('time of the margin; the market’s own by default')),
  currency: Type.Optional(textField('reporting currency')),
  venue: Type.Optional(textField('venue whose naming rules apply')),
  source: Type.Optional(textField('where the reported figures come from')),
  set: Type.Optional(Type.Record(Type.String(), Type.Unknown(), { description: 'figures of the model, by name' })),
  reported: Type.Optional(ReportedSchema),
});

export const CasesFileSchema = Type.Union(
  [Type.Array(CaseSchema), Type.Object({ cases: Type.Array(CaseSchema) }), CaseSchema],
  { description: 'Books with what a venue reports of them, for margo reconcile.' },
);

export type CasesFile = Static<typeof CasesFileSchema>;

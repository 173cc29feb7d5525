import { type Static, Type } from '@sinclair/typebox';

const text = (description: string) => Type.Optional(Type.String({ description }));
const count = (description: string) => Type.Optional(Type.Integer({ minimum: 0, description }));
const positive = (description: string) => Type.Optional(Type.Number({ minimum: 0, description }));

/** Long flag names in camel case; a flag given on the command line or in MARGO_OPTIONS wins over the file. */
export const ConfigFileSchema = Type.Object(
  {
    $schema: text('this schema, for editors'),
    market: text('market file'),
    correlations: text('correlations file'),
    prices: text('prices file'),
    limits: text('limits file'),
    account: text('account file'),
    parameters: text('parameter file of the model'),
    model: Type.Optional(
      Type.Union([
        Type.String({ description: 'model id' }),
        Type.Record(Type.String(), Type.Unknown(), { description: 'overrides of the model’s parameters' }),
      ]),
    ),
    limit: Type.Optional(Type.Array(Type.String(), { description: 'limits as text: delta BTC -2..2' })),
    asOf: text('ISO 8601, UTC'),
    currency: text('reporting currency'),
    format: Type.Optional(Type.Union(['table', 'json', 'ndjson', 'csv', 'md', 'html'].map((f) => Type.Literal(f)))),
    timeLimit: positive('seconds'),
    threads: count('worker threads'),
    quiet: Type.Optional(Type.Boolean()),
    color: Type.Optional(Type.Boolean()),
    optimizer: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), { description: 'settings of the optimizer: maxTrades, solver ...' }),
    ),
  },
  { description: 'margo.config.json, or the file named by --config; // comments and trailing commas are allowed.' },
);

export type ConfigFile = Static<typeof ConfigFileSchema>;

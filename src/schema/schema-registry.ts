import { AccountFileSchema } from './account-file.js';
import { AllocateDocumentSchema } from './allocate-document.js';
import { AttributeDocumentSchema } from './attribute-document.js';
import { CasesFileSchema } from './cases-file.js';
import { CollateralDocumentSchema } from './collateral-document.js';
import { CollateralFileSchema } from './collateral-file.js';
import { IssueSchema } from './common.js';
import { CompareDocumentSchema } from './compare-document.js';
import { CorrelateDocumentSchema } from './correlate/correlate-document.js';
import { CorrelationBoundsFileSchema } from './correlation-bounds-file.js';
import { CorrelationsFileSchema } from './correlations-file.js';
import { DepthFileSchema } from './depth-file.js';
import { DividendsFileSchema } from './dividends-file.js';
import { FrontierDocumentSchema } from './frontier-document.js';
import { hoistDefinitions, type JsonSchema } from './hoist-definitions.js';
import { LimitsFileSchema } from './limits-file.js';
import { MarginDocumentSchema } from './margin-document.js';
import { MarketFileSchema } from './market-file.js';
import { ModelsDocumentSchema } from './models-document.js';
import { OptimizeDocumentSchema } from './optimize-document.js';
import { ParameterRangesFileSchema } from './parameter-ranges-file.js';
import { PositionsFileSchema } from './positions-file.js';
import { PricesFileSchema } from './prices-file.js';
import { ReconcileDocumentSchema } from './reconcile-document.js';
import { RobustFileSchema } from './robust-file.js';
import { StressDocumentSchema } from './stress-document.js';
import { StressScenariosFileSchema } from './stress-scenarios-file.js';
import { TradesFileSchema } from './trades-file.js';
import { VenuesFileSchema } from './venues-file.js';
import { VerifyDocumentSchema } from './verify-document.js';
import { WhatIfDocumentSchema } from './whatif-document.js';

interface Entry {
  readonly title: string;
  readonly version: number;
  readonly schema: object;
}

const REGISTRY = {
  margin: { title: 'Document of margo margin', version: 1, schema: MarginDocumentSchema },
  optimize: { title: 'Document of margo optimize', version: 1, schema: OptimizeDocumentSchema },
  frontier: { title: 'Document of margo frontier', version: 1, schema: FrontierDocumentSchema },
  whatif: { title: 'Document of margo whatif', version: 1, schema: WhatIfDocumentSchema },
  compare: { title: 'Document of margo compare', version: 1, schema: CompareDocumentSchema },
  attribute: { title: 'Document of margo attribute', version: 1, schema: AttributeDocumentSchema },
  correlate: { title: 'Document of margo correlate', version: 1, schema: CorrelateDocumentSchema },
  reconcile: { title: 'Document of margo reconcile', version: 1, schema: ReconcileDocumentSchema },
  allocate: { title: 'Document of margo optimize --allocate', version: 1, schema: AllocateDocumentSchema },
  collateral: { title: 'Document of margo collateral', version: 1, schema: CollateralDocumentSchema },
  stress: { title: 'Document of margo stress', version: 1, schema: StressDocumentSchema },
  verify: { title: 'Document of margo verify', version: 1, schema: VerifyDocumentSchema },
  models: { title: 'Document of margo models', version: 1, schema: ModelsDocumentSchema },
  positions: { title: 'Positions file', version: 1, schema: PositionsFileSchema },
  market: { title: 'Market file', version: 1, schema: MarketFileSchema },
  depth: { title: 'Depth file', version: 1, schema: DepthFileSchema },
  correlations: { title: 'Correlations file', version: 1, schema: CorrelationsFileSchema },
  prices: { title: 'Prices file', version: 1, schema: PricesFileSchema },
  dividends: { title: 'Dividends file', version: 1, schema: DividendsFileSchema },
  limits: { title: 'Limits file', version: 1, schema: LimitsFileSchema },
  account: { title: 'Account file', version: 1, schema: AccountFileSchema },
  trades: { title: 'Trades file', version: 1, schema: TradesFileSchema },
  assets: { title: 'Assets file of margo collateral', version: 1, schema: CollateralFileSchema },
  venues: { title: 'Venues file of margo optimize --allocate', version: 1, schema: VenuesFileSchema },
  cases: { title: 'Cases file of margo reconcile', version: 1, schema: CasesFileSchema },
  'correlation-bounds': { title: 'Bounds of correlations', version: 1, schema: CorrelationBoundsFileSchema },
  'parameter-ranges': { title: 'Ranges of parameters', version: 1, schema: ParameterRangesFileSchema },
  robust: { title: 'Cases of margo optimize --robust', version: 1, schema: RobustFileSchema },
  'stress-scenarios': { title: 'Scenarios of margo stress', version: 1, schema: StressScenariosFileSchema },
  issue: { title: 'An issue of a document', version: 1, schema: IssueSchema },
} as const satisfies Record<string, Entry>;

export type SchemaName = keyof typeof REGISTRY;

/** Every document and input file with a schema, documents first. (The configuration file's is made from the flag table.) */
export const SCHEMA_NAMES = Object.keys(REGISTRY) as readonly SchemaName[];

/** Whether a word names a schema. */
export function isSchemaName(word: string): word is SchemaName {
  return Object.hasOwn(REGISTRY, word);
}

/** The JSON Schema (draft 2020-12) of a document or an input file, complete in itself, `$id` like `margo/margin@1`. */
export function jsonSchema(name: SchemaName): JsonSchema {
  const { title, version, schema } = REGISTRY[name];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `margo/${name}@${version}`,
    title,
    ...hoistDefinitions(schema),
  };
}

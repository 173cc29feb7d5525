/**
 * Versioned schemas of every document margo prints and every file it reads; the types of the documents come from them, so
 * that code and schema cannot drift apart. Import types with `import type`: at run time only `margo schema` needs this room.
 */
export type { AccountFile, BalanceRow } from './account-file.js';
export type * from './allocate-document.js';
export type * from './attribute-document.js';
export type { CasesFile } from './cases-file.js';
export type * from './collateral-document.js';
export type * from './compare-document.js';
export type * from './correlate/correlate-document.js';
export type * from './correlate/correlate-estimate.js';
export type * from './correlate/correlate-hedges.js';
export type * from './correlate/correlate-repair.js';
export type * from './correlate/correlate-selection.js';
export type { CorrelationRow } from './correlations-file.js';
export type { DepthRow } from './depth-file.js';
export type { DividendRow } from './dividends-file.js';
export type * from './ellipsoid-line.js';
export type { DocumentIssue, Envelope, Manifest, Status } from './envelope.js';
export type * from './frontier-document.js';
export type * from './hedge-collateral.js';
export type * from './hedge-reasons.js';
export type { JsonSchema } from './hoist-definitions.js';
export type { LimitLine } from './limit-line.js';
export type { LimitRow } from './limits-file.js';
export type * from './margin-document.js';
export type { MarketRow } from './market-file.js';
export type * from './models-document.js';
export type * from './optimize-document.js';
export type { PositionRow } from './positions-file.js';
export type { PriceRow } from './prices-file.js';
export type * from './reconcile-document.js';
export type { RobustFile } from './robust-file.js';
export type * from './robust-line.js';
export { isSchemaName, jsonSchema, SCHEMA_NAMES, type SchemaName } from './schema-registry.js';
export type * from './stress/index.js';
export type * from './stress-document.js';
export type { StressScenarioRow } from './stress-scenarios-file.js';
export type { TradeRow } from './trades-file.js';
export type * from './verify-document.js';
export type * from './whatif-document.js';

/**
 * CME SPAN: sixteen scenarios a contract, charges between months and near delivery, credits between commodities, short option
 * minimum and net option value. Risk arrays come from a clearing house's file or from margo's own pricing with stated ranges.
 */
export { CommodityLines, type SpanLine } from './commodity-lines.js';
export { ownCommodity, ownContracts, scanFraction } from './own-contracts.js';
export { SCENARIOS, type SpanScenario, spanScenarios } from './scan-scenarios.js';
export { type SpanInputs, type SpanRequirement, span } from './span.js';
export type { CommodityBook } from './span-charges.js';
export { SPAN_FIGURE_RULES } from './span-figure-rules.js';
export { type FoundContract, SpanFileIndex } from './span-file-index.js';
export { rangeOf, SPAN_PARAMETER_SETS, type SpanRange, type SpanValues } from './span-values.js';

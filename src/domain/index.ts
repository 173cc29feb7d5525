/**
 * What the trade is about: instruments, positions, quotes, limits, issues. Immutable values and the words for them.
 * No I/O, no numerics; every other room may import this one.
 */
export type * from './account.js';
export type * from './collateral.js';
export type * from './correlation.js';
export type * from './correlation-bound.js';
export {
  CRIF_RISK_TYPES,
  type Crif,
  type CrifAddOn,
  type CrifFactor,
  type CrifRiskType,
  type CrifScheduleRow,
  type CrifSource,
  SCHEDULE_PRODUCT_CLASSES,
  type ScheduleProductClass,
  SIMM_PRODUCT_CLASSES,
  type SimmProductClass,
} from './crif.js';
export type * from './depth.js';
export type * from './dividend.js';
export type * from './instrument.js';
export type * from './io.js';
export type * from './issue.js';
export type { IssueCode } from './issues/issue-table.js';
export { KEEP_KINDS, type KeepKind } from './keep.js';
export { LIMIT_KINDS, type Limit, type LimitBound, type LimitKind } from './limit.js';
export { limitTitle } from './limit-title.js';
export { hasErrors, makeIssue } from './make-issue.js';
export type * from './market.js';
export type * from './parameter-range.js';
export type * from './position.js';
export type * from './price-history.js';
export { type ReportedFigure, WHOLE_FIGURES, type WholeFigure } from './reported-figure.js';
export { ROBUST_KINDS, type RobustSource, robustSource } from './robust-source.js';
export type * from './robust-terms.js';
export type * from './source-location.js';
export type * from './span.js';
export { STRESS_PARTS, type StressPart } from './stress-part.js';
export {
  STRESS_COMBINE,
  STRESS_MOVE_KINDS,
  type StressCombine,
  type StressMove,
  type StressMoveKind,
  type StressScenario,
  type VolatilityBucket,
} from './stress-scenario.js';
export type * from './trade.js';
export type * from './venue.js';

/**
 * ISDA SIMM, the initial margin of derivatives that no clearing house stands behind, from sensitivities (CRIF) instead of
 * scenarios: versions 2.2 to 2.8, ten days and one day, both sides, with add-ons, and the regulators' schedule beside it.
 * The exact figure is a tree; the convex core of it is a formula over quantities, for the optimizer. Anyone who uses SIMM
 * for regulatory margin needs ISDA's licence: docs/simm.md.
 */
export { isSelected, netSensitivities, type SimmSelection, type SimmSide } from './net-sensitivities.js';
export { RISK_CLASSES, type RiskClass } from './risk-types.js';
export { type ScheduleMargin, scheduleMargin } from './schedule-margin.js';
export { netOfColumns, type SensitivityColumns, sensitivityColumns } from './sensitivity-columns.js';
export { type SimmBook, simm, simmBook } from './simm.js';
export { simmComponents } from './simm-components.js';
export { simmCore } from './simm-core.js';
export type { SimmLevel, SimmNode } from './simm-node.js';
export { SIMM_PARAMETER_SETS } from './simm-parameter-sets.js';
export { simmRequirement } from './simm-requirement.js';
export { SIMM_FIGURE_RULES, SIMM_SETTING_SETS, type SimmSettings } from './simm-settings.js';
export type { SimmTerms } from './simm-terms.js';
export type { SimmHorizon, SimmParameterSet, SimmValues } from './simm-values.js';
export { simmVersion } from './simm-version.js';
export { TradeRows, tradeOf } from './trade-rows.js';

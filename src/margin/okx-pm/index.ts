/** OKX's portfolio margin: risk units with MR1 to MR7, borrowings beside them. */

export { progressiveCharge } from './minimum-charge.js';
export { OKX_FIGURE_RULES } from './okx-figure-rules.js';
export type { OkxInputs, OkxLine, OkxUnit } from './okx-inputs.js';
export { okxPm } from './okx-pm.js';
export {
  type ChargeTier,
  coinClassOf,
  OKX_PARAMETER_SETS,
  type OkxCoinClass,
  type OkxValues,
  type OkxVolatilityRow,
} from './okx-values.js';

/**
 * Customer portfolio margin of US listed options (OCC TIMS): valuation points by product type, offsets by class, product
 * and portfolio group, the minimum per contract, and the strategy-based margin beside it.
 */

export { classOf } from './grouping.js';
export { strategyMargin } from './strategy-margin.js';
export { tims } from './tims.js';
export { TIMS_FIGURE_RULES } from './tims-figure-rules.js';
export {
  type ClassGroup,
  type OffsetGroup,
  type ProductType,
  TIMS_PARAMETER_SETS,
  type TimsValues,
} from './tims-values.js';

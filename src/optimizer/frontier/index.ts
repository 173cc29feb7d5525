/** How much more of a resource (cost, vega, trades) buys: the best objective as a curve over its amount, exact where it is linear. */
export { type Breakpoint, onCurve } from './convex-curve.js';
export {
  type Frontier,
  type FrontierOutcome,
  type FrontierPoint,
  type FrontierStatus,
  type FrontierTask,
  hasBook,
} from './frontier.js';
export { type Resource, usedBy } from './resource.js';
export { solveFrontier } from './solve-frontier.js';

/** Which assets to post where: requirements of venues met at least funding cost, as a small program of its own. */
export type { CollateralProblem, PostableAsset, Posting, PostingTerms } from './collateral-problem.js';
export {
  type CostPiece,
  type RequirementCost,
  type RequirementCostOutcome,
  requirementCost,
} from './requirement-cost.js';
export { type CollateralFound, type CollateralOutcome, solveCollateral } from './solve-collateral.js';

import { hasErrors, type Issue, makeIssue } from '../../domain/index.js';
import { constant, evaluate, type Formula, max, scale, sum } from '../../formula/index.js';
import {
  type CollateralProblem,
  type RequirementCost,
  type RequirementCostOutcome,
  type ResolvedLimit,
  requirementCost,
  type SolveOptions,
  type Solver,
} from '../../optimizer/index.js';
import type { PreparedRun } from '../prepare-run.js';
import { collateralCase } from './collateral-case.js';
import type { HedgeCollateral } from './load-hedge-collateral.js';

const DAYS_PER_YEAR = 365;

/** What margin costs by the cheapest collateral for it, in place of one cost of capital. */
export interface CollateralCost {
  readonly venue: string;
  readonly horizonDays: number;
  readonly problem: CollateralProblem;
  /** Money a year. */
  readonly curve: RequirementCost;
}

/**
 * Works out what a requirement at the book's venue costs, by its size, from the assets that the other venues leave.
 *
 * @param solver of the small programs that tell; none of its answers is believed without its multipliers
 * @returns null with errors among the issues
 */
export async function hedgeCollateralCost(
  { venue, assets, others }: HedgeCollateral,
  { view }: PreparedRun,
  horizonDays: number,
  solver: Solver,
  options: SolveOptions,
): Promise<{ readonly cost: CollateralCost | null; readonly issues: Issue[] }> {
  const demands = [...others, { venue, requirement: 0, source: 'the margin' }];
  const posed = collateralCase(assets, demands, view.currency, view.rates);
  // A venue that asks for nothing takes nothing.
  const issues = posed.issues.filter(({ code }) => code !== 'COL_NOT_A_VENUE');
  const lots = assets.filter(({ lot, minimum }) => lot !== null || minimum !== null);
  if (lots.length > 0) {
    issues.push(makeIssue('COL_ANY_PART', { subject: lots.map(({ asset }) => asset).join(', ') }));
  }
  if (hasErrors(issues)) return { cost: null, issues };
  const outcome = await requirementCost(posed.value, demands.length - 1, solver, options);
  if (outcome.status !== 'found') return { cost: null, issues: [...issues, whyNot(outcome, venue)] };
  return { cost: { venue, horizonDays, problem: posed.value, curve: outcome.cost }, issues };
}

function whyNot(outcome: Exclude<RequirementCostOutcome, { status: 'found' }>, venue: string): Issue {
  switch (outcome.status) {
    case 'short':
      return makeIssue('COL_SHORT_ELSEWHERE', { subject: venue });
    case 'falling':
      return makeIssue('COL_COST_FALLS', { subject: venue });
    case 'failed':
      return makeIssue(outcome.cause === 'time' ? 'OPT_NOT_IN_TIME' : 'OPT_SOLVER_FAILED', { detail: outcome.detail });
  }
}

/** Of money a year, what falls into the horizon. */
function overHorizon({ horizonDays }: CollateralCost, perYear: number): number {
  return (perYear * horizonDays) / DAYS_PER_YEAR;
}

/** Cost of a margin over the horizon as a formula of the book: the highest of the straight pieces, and never below nothing. */
export function collateralFormula(cost: CollateralCost, margin: Formula): Formula {
  const pieces = cost.curve.pieces.map(({ slope, constant: start }, k) => {
    const name = `collateral ${k + 1}`;
    const sloped = scale(`${name}: slope`, Math.max(0, overHorizon(cost, slope)), margin);
    return start === 0 ? sloped : sum(name, [sloped, constant(`${name}: start`, overHorizon(cost, start))]);
  });
  return max(`cost of collateral at ${cost.venue}`, [...pieces, constant('no cost', 0)]);
}

/** The same of a margin that is known. */
export function costOfMargin(cost: CollateralCost, margin: number): number {
  const amounts = cost.curve.pieces.map(
    ({ slope, constant: start }) => Math.max(0, overHorizon(cost, slope)) * margin + overHorizon(cost, start),
  );
  return Math.max(0, ...amounts);
}

/** That no more margin is needed than there is collateral for. */
export function collateralLimit({ venue, curve }: CollateralCost, margin: Formula, run: PreparedRun): ResolvedLimit {
  const max = { value: curve.capacity, relative: false };
  return {
    limit: { kind: 'margin', title: 'collateral', scope: venue, min: null, max, priority: 'hard', origin: null },
    name: `collateral ${venue}`,
    scope: venue,
    unit: run.view.currency,
    measure: { kind: 'book', formula: margin },
    min: -Infinity,
    max: curve.capacity,
    before: evaluate(margin, run.quantities),
  };
}

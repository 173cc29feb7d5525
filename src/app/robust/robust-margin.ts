import type { RobustRule } from '../../domain/index.js';
import { max, namedBehind, scale, sum } from '../../formula/index.js';
import { type HorizonAsked, type HorizonMargin, horizonMargin } from '../horizon/horizon-margin.js';
import { type MarginAim, marginAim } from '../margin-aim.js';
import type { PreparedRun } from '../prepare-run.js';
import type { RobustRuns } from './robust-runs.js';

/** One of the cases that a book is hedged against. */
export interface RobustCase {
  readonly name: string;
  /** Of its margin in the sum, where the rule is `weighted`. */
  readonly weight: number;
  /** The same lines as those of every other case, in the same order. */
  readonly run: PreparedRun;
  readonly horizon: HorizonMargin;
  readonly aim: MarginAim;
}

/** The margin of several markets, parameter sets or rule books at once. */
export interface RobustMargin {
  readonly rule: RobustRule;
  readonly cases: readonly RobustCase[];
  readonly aim: MarginAim;
  /** Whether every case is the run itself but for its figures or correlations: the plain hedge is then told beside. */
  readonly ofTheRun: boolean;
  /** The worst parameters for a book, where ranges of them made the cases. */
  readonly worstFor: RobustRuns['worstFor'];
}

/**
 * The margin of all cases as one formula: the highest, or the sum by weight. Either is what the optimizer knows, so a linear
 * program stays one.
 *
 * @param onOffer money of underlying exposure that may be traded, by line
 */
export function robustMargin(
  { rule, cases: runs, ofTheRun, worstFor }: RobustRuns,
  asked: HorizonAsked,
  onOffer: ReadonlyMap<number, number>,
): RobustMargin {
  const cases = runs.map(({ name, weight, run }): RobustCase => {
    const horizon = horizonMargin(run, asked, onOffer);
    return { name, weight, run, horizon, aim: marginAim(run, horizon) };
  });
  return { rule, cases, aim: aimOf(rule, cases), ofTheRun, worstFor };
}

function aimOf(rule: RobustRule, cases: readonly RobustCase[]): MarginAim {
  const [only, ...more] = cases;
  // A single case is the margin it is, to the last name of a row.
  if (only !== undefined && more.length === 0 && (rule === 'worst' || only.weight === 1)) return only.aim;
  const formulas = cases.map(({ name, aim }) => namedBehind(name, aim.formula));
  const weighted = cases.map(({ weight }, k) => scale(`${weight} x ${formulas[k]!.name}`, weight, formulas[k]!));
  return {
    formula:
      rule === 'worst' ? max('margin of the worst case', formulas) : sum('weighted margin of the cases', weighted),
    looksAtHeldLines: cases.some(({ aim }) => aim.looksAtHeldLines),
    exactAtBook: cases.some(({ aim }) => aim.exactAtBook),
    marginOf: (book) => together(rule, cases, marginsOf(cases, book)),
    beside: 'the margin of the cases',
  };
}

/** What each case needs of a book, by its full rules. */
export function marginsOf(cases: readonly RobustCase[], book: Float64Array): number[] {
  return cases.map(({ aim }) => aim.marginOf(book));
}

/** The margins of the cases as one, by the rule. */
export function together(rule: RobustRule, cases: readonly RobustCase[], margins: readonly number[]): number {
  return rule === 'worst'
    ? Math.max(...margins)
    : cases.reduce((total, { weight }, k) => total + weight * margins[k]!, 0);
}

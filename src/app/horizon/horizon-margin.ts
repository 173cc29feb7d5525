import { evaluate, type Formula, max, namedBehind, scale, sum } from '../../formula/index.js';
import { bookFigures } from '../book-figures.js';
import type { PreparedRun } from '../prepare-run.js';
import { type AgedUniverse, agedUniverse, dateAfter } from './aged-universe.js';
import { bookLater } from './book-later.js';
import { type Expiring, type HorizonDate, horizonDates, type MergedExpiry } from './horizon-dates.js';

/** Whose margin is made small: today's, the time-weighted average over the horizon, or the highest of its dates. */
export type HorizonRule = 'now' | 'average' | 'max';

/** A date of the horizon, with the universe as it is then where the rule counts it. */
export interface MarginDate extends HorizonDate {
  /** ISO 8601. */
  readonly date: string;
  readonly universe: AgedUniverse | null;
}

/** The margin over a horizon, by one rule. */
export interface HorizonMargin {
  readonly rule: HorizonRule;
  readonly days: number;
  /** Over the run's universe: what a program makes small. */
  readonly formula: Formula;
  /** None by the rule `now`. */
  readonly dates: readonly MarginDate[];
  readonly merged: readonly MergedExpiry[];
}

/** Which horizon, by which rule. */
export interface HorizonAsked {
  readonly horizonRule: HorizonRule;
  readonly horizonDays: number;
}

/**
 * The margin over the horizon as one formula: the model is built at every date over the aged lines, and the initial margins
 * are averaged by the time until the next date, or the highest counts. Sums with positive weights and maxima are what the
 * optimizer knows, so a linear program stays one.
 *
 * @param onOffer money of underlying exposure that may be traded, by line; lines held count besides
 */
export function horizonMargin(
  run: PreparedRun,
  { horizonRule: rule, horizonDays: days }: HorizonAsked,
  onOffer: ReadonlyMap<number, number> = new Map(),
): HorizonMargin {
  if (rule === 'now') return { rule, days, formula: run.requirement.initial, dates: [], merged: [] };
  const { dates: chosen, merged } = horizonDates(expiringIn(run, onOffer), run.view.asOf, days);
  const dates = chosen.map((date): MarginDate => {
    const counts = rule === 'max' || date.weight > 0;
    const universe = counts ? agedUniverse(run, date.days) : null;
    return { ...date, date: new Date(dateAfter(run, date.days)).toISOString(), universe };
  });
  return { rule, days, formula: formulaOver(rule, dates), dates, merged };
}

/** What is held or may be traded, and expires. */
function expiringIn(run: PreparedRun, onOffer: ReadonlyMap<number, number>): Expiring[] {
  return run.lines.flatMap(({ instrument: { expiry }, notional }, j) => {
    const offered = onOffer.get(j);
    const held = Math.abs(run.quantities[j]!) * notional;
    if (expiry === null || (held === 0 && offered === undefined)) return [];
    return [{ expiry, notional: held + (offered ?? 0) }];
  });
}

function formulaOver(rule: 'average' | 'max', dates: readonly MarginDate[]): Formula {
  const names = dateNames(dates);
  const parts = dates.flatMap(({ weight, universe }, k) => {
    if (universe === null) return [];
    const initial = namedBehind(names[k]!, universe.requirement.initial);
    return [rule === 'average' ? scale(`${weight.toPrecision(3)} x ${initial.name}`, weight, initial) : initial];
  });
  return rule === 'average' ? sum('average initial margin', parts) : max('highest initial margin', parts);
}

/** `2026-07-03`; to the minute where two dates share the day. */
function dateNames(dates: readonly MarginDate[]): string[] {
  const days = dates.map(({ date }) => date.slice(0, 10));
  return dates.map(({ date }, k) =>
    days.filter((day) => day === days[k]).length > 1 ? `${date.slice(0, 16)}Z` : days[k]!,
  );
}

/** The margin of a book by the rule, on the lines it holds where the rules look at them. */
export function marginOver(run: PreparedRun, horizon: HorizonMargin, book: Float64Array): number {
  const { rule, dates, formula } = horizon;
  if (rule === 'now') {
    const { requirement, quantities } = bookFigures(run, book);
    return evaluate(requirement.initial, quantities);
  }
  if (!run.model.looksAtHeldLines) return evaluate(formula, book);
  const counted = dates.filter(({ universe }) => universe !== null);
  const margins = counted.map(({ days, universe }) => bookLater(run, days, book, universe).initialMargin);
  return rule === 'max'
    ? Math.max(...margins)
    : counted.reduce((total, { weight }, k) => total + weight * margins[k]!, 0);
}

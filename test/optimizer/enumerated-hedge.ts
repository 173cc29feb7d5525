import { evaluate } from '../../src/formula/index.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';

/** The best whole-lot book of a small problem, by looking at every one of them. */
export interface Enumerated {
  /** Infinity where no book is admissible. */
  readonly objective: number;
  readonly books: number;
}

/** A choice of lots in one candidate; buying and selling the same one at once is never better than less of both. */
interface Choice {
  readonly contracts: number;
  readonly cost: number;
  readonly notional: number;
  /** Whether a price level is taken in part. */
  readonly part: boolean;
}

/** Every book reachable in whole lots, weighed by the formula itself: nothing of the optimizer is asked. */
export function enumeratedHedge(problem: HedgeProblem): Enumerated {
  const found = { objective: Infinity, books: 0 };
  everyBook(problem, (book) => {
    found.books += 1;
    if (book !== null) found.objective = Math.min(found.objective, book.objective);
  });
  return found;
}

/** A book in whole lots that keeps the limits, with what it took to get there. */
export interface ReachedBook {
  readonly objective: number;
  readonly cost: number;
  readonly turnover: number;
  readonly trades: number;
}

/** Visits every book in whole lots; null for one that breaks a limit. */
export function everyBook(problem: HedgeProblem, visitBook: (book: ReachedBook | null) => void): void {
  const choices = problem.candidates.map(({ asks, bids, lot, notional }) => {
    const list: Choice[] = [{ contracts: 0, cost: 0, notional: 0, part: false }];
    for (const [levels, sign] of [
      [asks, 1],
      [bids, -1],
    ] as const) {
      let lots = 0;
      let cost = 0;
      // Up the ladder a lot at a time: a book cannot be had at the second price before the first is sold out.
      for (const level of levels) {
        for (let k = Math.round(level.size / lot!); k > 0; k--) {
          lots += 1;
          cost += lot! * (level.unitSpread + level.unitFee);
          list.push({ contracts: sign * lots * lot!, cost, notional: lots * lot! * notional, part: k > 1 });
        }
      }
    }
    return list;
  });
  const chosen: Choice[] = [];
  const visit = (k: number): void => {
    if (k < choices.length) {
      for (const choice of choices[k]!) {
        chosen[k] = choice;
        visit(k + 1);
      }
      return;
    }
    const book = problem.present.slice();
    chosen.forEach(({ contracts }, i) => {
      book[problem.candidates[i]!.line]! += contracts;
    });
    if (!problem.limits.every((limit) => keeps(limit, problem, book, chosen))) {
      visitBook(null);
      return;
    }
    const cost = chosen.reduce((total, choice) => total + choice.cost, 0);
    visitBook({
      objective: problem.marginWeight * evaluate(problem.margin, book) + cost,
      cost,
      turnover: chosen.reduce((total, choice) => total + choice.notional, 0),
      trades: chosen.filter(({ contracts }) => contracts !== 0).length,
    });
  };
  visit(0);
}

function keeps(
  { measure, min, max }: HedgeProblem['limits'][number],
  { candidates }: HedgeProblem,
  book: Float64Array,
  chosen: readonly Choice[],
): boolean {
  const value = (): number => {
    if (measure.kind === 'book') return evaluate(measure.formula, book);
    const traded = chosen.filter(({ contracts }) => contracts !== 0);
    if (measure.kind === 'count') {
      return chosen.filter(({ contracts }, i) => contracts !== 0 && measure.lines?.[candidates[i]!.line] !== 0).length;
    }
    if (measure.kind === 'partLevels') return chosen.filter(({ part }) => part).length;
    if (measure.kind === 'ticket') {
      const size = (one: Choice) => (measure.amount === 'notional' ? one.notional : Math.abs(one.contracts));
      return traded.length === 0 ? min : Math.min(...traded.map(size));
    }
    const counted = chosen.filter((_, i) => measure.lines[candidates[i]!.line] === 1);
    return counted.reduce((total, choice) => total + (measure.amount === 'cost' ? choice.cost : choice.notional), 0);
  };
  const figure = value();
  return figure >= min - 1e-9 && figure <= max + 1e-9;
}

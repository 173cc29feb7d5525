import { type Issue, makeIssue, type StressScenario } from '../../../domain/index.js';
import { MarketMoves, MS_PER_DAY, moveLine } from '../../../scenario/index.js';
import type { StressDay, StressTime } from '../../../schema/stress/stress-time.js';
import { dateAfter } from '../../horizon/aged-universe.js';
import { bookLater } from '../../horizon/book-later.js';
import type { PreparedRun } from '../../prepare-run.js';
import { lacking, refusedPart, type StressContext, type StressPartRun } from '../stress-part.js';

/** Ten years of days. */
const MOST_DAYS = 3660;

/**
 * Margin on each day from now to `--until`, that one included, at the time of day of the as-of time: options age with nothing
 * else moved, and what expires is settled at its forward and gone. Without a date, when `time` is asked for by name: to the last
 * expiry held.
 */
export const stressTime: StressPartRun<StressTime> = async (context) => {
  const { run, io, base } = context;
  const until = untilOf(context);
  if (until === null) return lacking('--until DATE');
  const last = dayOf(until) - dayOf(run.view.asOf);
  const problem = outOfRange(until, last);
  if (problem !== null) return refusedPart([problem]);
  const dates: StressDay[] = [];
  const gone = new Set<string>();
  for (let days = 0; days <= last; days++) {
    io.signal.throwIfAborted();
    const { initialMargin, maintenanceMargin, expired } = bookLater(run, days, run.quantities);
    dates.push({
      date: new Date(dateAfter(run, days)).toISOString(),
      days,
      initialMargin,
      maintenanceMargin,
      pnl: profitOfTime(run, days),
      expired: expired.filter((name) => !gone.has(name)),
    });
    for (const name of expired) gone.add(name);
  }
  const highest = dates.reduce((top, day) => (day.initialMargin > top.initialMargin ? day : top));
  const section: StressTime = {
    until: dates.at(-1)!.date,
    dates,
    change: highest.initialMargin - base.initialMargin,
    highest: { date: highest.date, days: highest.days, initialMargin: highest.initialMargin },
  };
  const states = dates.map(({ date, initialMargin, pnl }) => ({ name: date.slice(0, 10), initialMargin, pnl }));
  return { section, needs: null, issues: [], sources: [], states };
};

function untilOf({ request, run }: StressContext): number | null {
  if (request.until !== null) return request.until;
  const isNamed = request.what.some((text) => text.split(',').some((word) => word.trim() === 'time'));
  const expiries = run.lines.flatMap(({ instrument }) => (instrument.expiry === null ? [] : [instrument.expiry]));
  return isNamed && expiries.length > 0 ? Math.max(...expiries) : null;
}

function outOfRange(until: number, last: number): Issue | null {
  if (last >= 0 && last <= MOST_DAYS) return null;
  const expected = last < 0 ? 'a date that is not before the as-of time' : `at most ${MOST_DAYS} days ahead`;
  return makeIssue('CFG_BAD_VALUE', { field: '--until', value: new Date(until).toISOString().slice(0, 10), expected });
}

/** Days since the epoch, UTC. */
function dayOf(instant: number): number {
  return Math.floor(instant / MS_PER_DAY);
}

/** What the passing of so many days earns the book: time value gained and lost, and what expires settled. */
function profitOfTime({ view, lines, quantities }: PreparedRun, days: number): number {
  const bucket = { minDays: null, maxDays: null, minMoneyness: null, maxMoneyness: null };
  const passing: StressScenario = {
    name: 'time',
    combine: 'sum',
    moves: [{ kind: 'time', of: null, amount: days, absolute: true, expiry: null, bucket, origin: null }],
  };
  const moves = new MarketMoves(passing);
  const market = { before: view, after: view };
  return lines.reduce((total, line, j) => total + quantities[j]! * moveLine(line, moves, market).profit, 0);
}

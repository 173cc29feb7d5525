import { hasErrors, type Issue, makeIssue, type PriceHistory } from '../../../domain/index.js';
import type { StressHistory, StressWindow } from '../../../schema/stress/stress-history.js';
import type { StressRequest } from '../../request.js';
import { lacking, refusedPart, type StressContext, type StressPartRun } from '../stress-part.js';
import { stressedBook } from '../stressed-book.js';
import { askedDates } from './asked-dates.js';
import { type HistoryWindow, historyWindows, windowScenario } from './history-windows.js';
import { windowProfits } from './window-profits.js';
import { worstWindows } from './worst-windows.js';

/**
 * Joint moves of the past on the book of today: the worst windows of the price history, or those that end on given dates.
 * Prices after the as-of time count too, for it is the moves that are asked about.
 */
export const stressHistory: StressPartRun<StressHistory> = async (context) => {
  const { request, inputs } = context;
  const { prices } = inputs;
  if (prices === null) return lacking('--prices FILE');
  const columns = columnsOf(prices, context);
  const issues: Issue[] = columns.unmoved.map((subject) => makeIssue('STR_NO_COLUMN', { subject }));
  const chosen = request.dates.length > 0 ? windowsOn(prices, request, columns) : worstOf(prices, context, columns);
  issues.push(...chosen.issues);
  if (hasErrors(issues)) return refusedPart(issues);
  const windows = chosen.windows.map((window) => lineOf(window, context, columns, issues));
  if (chosen.rule === 'worst') windows.sort((a, b) => (a.book?.pnl ?? 0) - (b.book?.pnl ?? 0));
  const section: StressHistory = {
    windowDays: request.windowDays,
    rule: chosen.rule,
    from: chosen.all[0]?.from ?? null,
    to: chosen.all.at(-1)?.to ?? null,
    looked: chosen.all.filter(({ missing }) => missing.length === 0).length,
    incomplete: chosen.all.filter(({ missing }) => missing.length > 0).length,
    unmoved: [...columns.unmoved],
    windows,
  };
  const states = windows.flatMap(({ name, book }) => (book === null ? [] : [{ name, ...book }]));
  return { section, needs: null, issues, sources: [], states };
};

/** Which columns of the history move the market, which of them the book needs, and which it lacks. */
interface Columns {
  readonly names: readonly string[];
  readonly needed: ReadonlySet<string>;
  readonly unmoved: readonly string[];
}

interface Chosen {
  readonly rule: StressHistory['rule'];
  readonly all: readonly HistoryWindow[];
  readonly windows: readonly HistoryWindow[];
  readonly issues: readonly Issue[];
}

/** The underlyings held, and the coins in which profit or collateral is counted, are needed. */
function columnsOf({ series }: PriceHistory, { run, inputs }: StressContext): Columns {
  const used = new Set<string>();
  for (const { instrument, currencyUnderlying } of run.lines) {
    used.add(instrument.underlying);
    if (currencyUnderlying !== null) used.add(currencyUnderlying);
  }
  for (const { asset } of inputs.account?.balances ?? []) {
    const coin = run.view.rates.rateOf(asset)?.underlying ?? null;
    if (coin !== null) used.add(coin);
  }
  const names = [...series.keys()].filter((name) => used.has(name) || run.view.levels.has(name)).sort();
  const needed = new Set([...used].filter((name) => series.has(name)).sort());
  return { names, needed, unmoved: [...used].filter((name) => !series.has(name)).sort() };
}

/** UTC date of an instant. */
function dayOf(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString().slice(0, 10);
}

function windowsOn(prices: PriceHistory, request: StressRequest, columns: Columns): Chosen {
  const { dates, windowDays } = request;
  const [first, last] = [dayOf(request.from), dayOf(request.to)];
  const known = prices.dates.filter((date) => (first === null || date >= first) && (last === null || date <= last));
  const asked = askedDates(dates, known);
  const issues = [...asked.issues];
  const all = historyWindows(prices, { windowDays, from: null, to: null, ...columns });
  const byEnd = new Map(all.map((window) => [window.to, window]));
  const windows = asked.dates.flatMap((value) => {
    const window = byEnd.get(value);
    if (window !== undefined) return [window];
    const subject = `date ${windowDays} price ${windowDays === 1 ? 'date' : 'dates'} before`;
    issues.push(makeIssue('STR_NO_DATE', { subject, field: '--dates', value }));
    return [];
  });
  return { rule: 'dates', all: windows, windows, issues: [...issues, ...incomplete(windows)] };
}

function worstOf(prices: PriceHistory, { request, run }: StressContext, columns: Columns): Chosen {
  const { windowDays, worst, episodes } = request;
  const all = historyWindows(prices, { windowDays, from: dayOf(request.from), to: dayOf(request.to), ...columns });
  const whole = all.filter(({ missing }) => missing.length === 0);
  if (whole.length === 0) {
    const subject = `${windowDays} price ${windowDays === 1 ? 'date' : 'dates'}`;
    return { rule: 'worst', all, windows: [], issues: [makeIssue('STR_NO_WINDOWS', { subject })] };
  }
  const windows = worstWindows(whole, windowProfits(run, columns.names, whole), worst, episodes);
  return { rule: 'worst', all, windows, issues: incomplete(all) };
}

/** One line for all windows that lack a price, with how many each underlying is to blame for. */
function incomplete(windows: readonly HistoryWindow[]): Issue[] {
  const lacking = windows.filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return [];
  const counts = new Map<string, number>();
  for (const name of lacking.flatMap(({ missing }) => missing)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const subject = [...counts].map(([name, count]) => `${name} in ${count}`).join(', ');
  return [makeIssue('STR_INCOMPLETE', { subject, detail: String(lacking.length) })];
}

function lineOf(window: HistoryWindow, context: StressContext, { needed }: Columns, issues: Issue[]): StressWindow {
  context.io.signal.throwIfAborted();
  const { from, to, moves, missing } = window;
  const state = missing.length > 0 ? null : stressedBook(context, windowScenario(window));
  if (state !== null && state.floored.length > 0) {
    issues.push(makeIssue('STR_FLOORED', { subject: to, detail: `${state.floored.join(', ')} would fall too far` }));
  }
  return {
    name: to,
    from,
    to,
    moves: [...moves].flatMap(([underlying, move]) => (needed.has(underlying) ? [{ underlying, move }] : [])),
    missing: [...missing],
    book: state === null ? null : state.book,
  };
}

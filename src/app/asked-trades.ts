import { type Instrument, type Issue, makeIssue, type Trade } from '../domain/index.js';
import { displayedBook, type Fill, type HedgeTrade, priceLadder, spreadMoney, walkLadder } from '../optimizer/index.js';
import type { ValuedInstrument } from '../scenario/index.js';
import { didYouMean } from './did-you-mean.js';
import { type Execution, feesOf, TOP_OF_BOOK } from './execution.js';
import type { Inputs } from './load-inputs.js';
import type { PreparedRun } from './prepare-run.js';
import { tickIssues } from './tick-issues.js';
import { valuationIssue } from './valuation-issue.js';

/** The instruments of the trades a user asks about, found in the market or among the positions. */
export function askedInstruments(trades: readonly Trade[], inputs: Inputs, issues: Issue[]): Instrument[] {
  const known = new Map<string, Instrument>();
  for (const { instrument } of inputs.book.positions) known.set(instrument.name, instrument);
  for (const { instrument } of inputs.market.quotes.values()) known.set(instrument.name, instrument);
  return trades.flatMap((trade) => {
    const instrument = known.get(trade.instrument);
    if (instrument === undefined) {
      const hint = didYouMean(trade.instrument, [...known.keys()]);
      issues.push(makeIssue('TRD_UNKNOWN_INSTRUMENT', { ...factsOf(trade), hint }));
      return [];
    }
    if (instrument.type === 'index') issues.push(makeIssue('TRD_NOT_TRADABLE', factsOf(trade)));
    return [instrument];
  });
}

/**
 * The trades at their own price, else at what others offer on the side they would meet: level by level, those of the same
 * instrument one after another. What is asked for beyond the last level is priced at it; each trade keeps its line.
 */
export function askedTrades(
  trades: readonly Trade[],
  run: PreparedRun,
  issues: Issue[],
  execution: Execution = TOP_OF_BOOK,
): HedgeTrade[] {
  const lineOf = new Map(run.lines.map(({ instrument }, j) => [instrument.name, j]));
  const market = new MarketOffers(run, execution);
  return trades.flatMap((trade) => {
    const line = lineOf.get(trade.instrument);
    if (line === undefined) {
      issues.push(unvaluedIssue(trade, run));
      return [];
    }
    const filled =
      trade.price === null ? market.take(trade, line) : atOwnPrice(trade, trade.price, line, run, execution);
    issues.push(...filled.issues);
    if (filled.fills.length === 0) return [];
    const hedge = hedgeTrade(trade, line, run, filled);
    if (trade.price === null) issues.push(...tickIssues(run, [hedge], execution.depth));
    return [hedge];
  });
}

function factsOf({ instrument, origin }: Trade) {
  return { at: origin, subject: instrument, field: 'instrument', value: instrument };
}

function unvaluedIssue(trade: Trade, run: PreparedRun): Issue {
  const unvalued = run.unvalued.find(({ instrument }) => instrument === trade.instrument);
  if (unvalued === undefined) throw new Error(`'${trade.instrument}' was traded but never valued`);
  const { failure, underlying } = unvalued;
  if (failure !== null) return valuationIssue(failure, trade.instrument, trade.origin, run.view.asOf);
  return makeIssue('RUN_NO_SCAN_RANGE', { ...factsOf(trade), subject: underlying });
}

interface Filled {
  /** None after a complaint. */
  readonly fills: readonly Fill[];
  readonly marginalPrice: number | null;
  readonly issues: readonly Issue[];
}

const refused = (issue: Issue): Filled => ({ fills: [], marginalPrice: null, issues: [issue] });

function hedgeTrade(trade: Trade, j: number, run: PreparedRun, { fills, marginalPrice }: Filled): HedgeTrade {
  const direction = trade.quantity > 0 ? 1 : -1;
  const quantity = Math.abs(trade.quantity);
  const notional = run.lines[j]!.notional * quantity;
  return { instrument: trade.instrument, line: j, direction, quantity, fills, marginalPrice, notional };
}

function atOwnPrice(trade: Trade, price: number, j: number, run: PreparedRun, execution: Execution): Filled {
  const line = run.lines[j]!;
  if (!canTradeAt(price, line)) return refused(badPrice(trade, price));
  const quantity = Math.abs(trade.quantity);
  const unitSpread = spreadMoney(line, price, trade.quantity > 0 ? 1 : -1, bestOf(line, execution));
  const level = { price, size: quantity, unitSpread, unitDepth: 0, unitFee: feesOf(execution, run)(line, price) };
  return { fills: [{ level, quantity }], marginalPrice: null, issues: [] };
}

function bestOf(line: ValuedInstrument, { depth }: Execution) {
  const { bids, asks } = displayedBook(line, depth);
  return { bid: bids[0]?.price ?? null, ask: asks[0]?.price ?? null };
}

/** Only an option may be given away for nothing, and a trade is done at what it is worth; the profit of an inverse contract is measured over its price. */
function canTradeAt(price: number, { instrument }: ValuedInstrument): boolean {
  return price > 0 || (price === 0 && (instrument.type === 'option' || instrument.type === 'trade'));
}

function badPrice(trade: Trade, price: number): Issue {
  return makeIssue('TRD_BAD_PRICE', { ...factsOf(trade), field: 'price', value: String(price) });
}

/** What others offer, less what earlier trades took. */
class MarketOffers {
  readonly #taken = new Map<string, number>();
  readonly #run: PreparedRun;
  readonly #execution: Execution;

  constructor(run: PreparedRun, execution: Execution) {
    this.#run = run;
    this.#execution = execution;
  }

  take(trade: Trade, j: number): Filled {
    const line = this.#run.lines[j]!;
    const direction = trade.quantity > 0 ? 1 : -1;
    const side = direction > 0 ? 'ask' : 'bid';
    const book = displayedBook(line, this.#execution.depth);
    const ladder = priceLadder(line, direction, book, feesOf(this.#execution, this.#run), Infinity);
    const last = ladder.at(-1);
    if (last === undefined) return refused(makeIssue('TRD_NO_PRICE', { ...factsOf(trade), detail: side }));
    if (!canTradeAt(last.price, line)) return refused(badPrice(trade, last.price));
    const key = `${side} ${trade.instrument}`;
    const taken = this.#taken.get(key) ?? 0;
    const quantity = Math.abs(trade.quantity);
    this.#taken.set(key, taken + quantity);
    const offers = ladder.map((level) => ({ level, quantity: level.size }));
    const { fills, missing, next } = walkLadder(offers, quantity, taken);
    if (missing === 0) return { fills, marginalPrice: next?.price ?? null, issues: [] };
    const issues = this.#execution.hasDepth ? [beyondSize(trade, missing, side)] : [];
    return { fills: withRest(fills, { level: last, quantity: missing }), marginalPrice: null, issues };
  }
}

function beyondSize(trade: Trade, missing: number, side: string): Issue {
  const amount = Number(missing.toPrecision(12));
  const detail = `${amount} of ${Math.abs(trade.quantity)} contracts are more than the ${side}s on display hold`;
  return makeIssue('EXE_BEYOND_SIZE', { ...factsOf(trade), field: 'quantity', value: String(trade.quantity), detail });
}

/** The fills with more at the last price. */
function withRest(fills: readonly Fill[], rest: Fill): readonly Fill[] {
  const last = fills.at(-1);
  if (last?.level !== rest.level) return [...fills, rest];
  return [...fills.slice(0, -1), { level: last.level, quantity: last.quantity + rest.quantity }];
}

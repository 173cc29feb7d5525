import { type Instrument, type Issue, makeIssue, type Trade } from '../domain/index.js';
import { feeMoney, type HedgeTrade, spreadMoney } from '../optimizer/index.js';
import { didYouMean } from './did-you-mean.js';
import type { Inputs } from './load-inputs.js';
import type { PreparedRun } from './prepare-run.js';
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

/** The trades at their own price, else at the side of the quote they would meet; each keeps its price and its line. */
export function askedTrades(trades: readonly Trade[], run: PreparedRun, issues: Issue[]): HedgeTrade[] {
  const lineOf = new Map(run.lines.map(({ instrument }, j) => [instrument.name, j]));
  return trades.flatMap((trade) => {
    const line = lineOf.get(trade.instrument);
    const found = line === undefined ? unvaluedIssue(trade, run) : hedgeTrade(trade, line, run);
    if (!('code' in found)) return [found];
    issues.push(found);
    return [];
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

function hedgeTrade(trade: Trade, j: number, run: PreparedRun): HedgeTrade | Issue {
  const line = run.lines[j]!;
  const direction = trade.quantity > 0 ? 1 : -1;
  const side = direction > 0 ? 'ask' : 'bid';
  const price = trade.price ?? line.quote?.[side] ?? null;
  if (price === null) return makeIssue('TRD_NO_PRICE', { ...factsOf(trade), detail: side });
  // Only an option may be given away for nothing; the profit of an inverse contract is measured over its price.
  if (price < 0 || (price === 0 && line.instrument.type !== 'option')) {
    return makeIssue('TRD_BAD_PRICE', { ...factsOf(trade), field: 'price', value: String(price) });
  }
  const quantity = Math.abs(trade.quantity);
  const unitSpread = spreadMoney(line, price, direction);
  const level = { price, size: quantity, unitSpread, unitFee: feeMoney(line, run.view.rates) };
  const { instrument } = trade;
  const fills = [{ level, quantity }];
  return { instrument, line: j, direction, quantity, fills, notional: line.notional * quantity };
}

import type { TransferCost } from '../../domain/index.js';
import { type Candidate, type Exclusion, type PriceLevel, selectCandidates } from '../../optimizer/index.js';
import type { ValuedInstrument } from '../../scenario/index.js';
import type { Move } from './move.js';
import type { MovePair, Slot } from './move-pairs.js';
import { roundTrip } from './round-trip.js';
import type { VenueRun } from './venue-run.js';

/** The moves there are, those that are no good with the reason, and which of their prices are of positions handed over. */
export interface Moves {
  readonly moves: readonly Move[];
  readonly excluded: readonly Exclusion[];
  readonly transfers: ReadonlySet<PriceLevel>;
}

/**
 * What each pair of contracts can be moved by: handed over, where both venues say what that costs, else closed at the one and opened
 * at the other at their quotes. At most what is held, so that no position is made that has an opposite elsewhere.
 *
 * @param transferCosts by venue
 */
export function movesOf(
  pairs: readonly MovePair[],
  venues: readonly VenueRun[],
  transferCosts: readonly (TransferCost | null)[],
): Moves {
  const tradable = venues.map(({ run }) => offers(run));
  const moves: Move[] = [];
  const excluded: Exclusion[] = [];
  const transfers = new Set<PriceLevel>();
  for (const pair of pairs) {
    const [from, to] = [placed(pair.from, venues), placed(pair.to, venues)];
    const missing = [from, to].find((place) => typeof place === 'string');
    const exclude = (reason: string) => excluded.push({ instrument: movedName(pair, venues), reason });
    if (typeof from === 'string' || typeof to === 'string') {
      exclude(String(missing));
      continue;
    }
    const held = { from: heldOf(pair.from, from, venues), to: heldOf(pair.to, to, venues) / pair.ratio };
    const perContract = transferMoney(pair, [from, to], venues, transferCosts);
    const [ours, theirs] = [tradable[pair.from.venue]!.get(from), tradable[pair.to.venue]!.get(to)];
    const levels = (direction: 1 | -1): PriceLevel[] => {
      const most = Math.max(0, direction * held.from) + Math.max(0, -direction * held.to);
      if (most === 0) return [];
      const [out, back] = direction > 0 ? [ours?.bids, theirs?.asks] : [ours?.asks, theirs?.bids];
      const trades = roundTrip(out ?? [], back ?? [], pair.ratio, most);
      if (perContract === null) return trades;
      const transfer: PriceLevel = { price: 0, size: most, unitSpread: 0, unitDepth: 0, unitFee: perContract };
      transfers.add(transfer);
      return [...trades.filter((level) => level.unitSpread + level.unitFee < perContract), transfer];
    };
    const [forwards, backwards] = [levels(1), levels(-1)];
    if (forwards.length + backwards.length === 0) {
      exclude('cannot be handed over, and has no quotes at both venues to close it at one and open it at the other');
      continue;
    }
    const line = venues[pair.from.venue]!.run.lines[from]!;
    const lot = commonLot(lotOf(line), lotOf(venues[pair.to.venue]!.run.lines[to]!), pair.ratio);
    moves.push({ pair, fromLine: from, toLine: to, line, forwards, backwards, lot });
  }
  return { moves, excluded, transfers };
}

/** `BTC-31JUL26-60000-C: Derive to Deribit`. */
export function movedName({ from, to }: MovePair, venues: readonly { readonly name: string }[]): string {
  return `${from.instrument}: ${venues[from.venue]!.name} to ${venues[to.venue]!.name}`;
}

/** What a venue's quotes offer, by line. */
function offers({ lines, view }: VenueRun['run']): ReadonlyMap<number, Candidate> {
  const { candidates } = selectCandidates(lines, {
    minDays: 0,
    wanted: () => true,
    room: () => ({ buy: Infinity, sell: Infinity }),
    rates: view.rates,
  });
  return new Map(candidates.map((candidate) => [candidate.line, candidate]));
}

/** The line of a contract at its venue, or why it has none. */
function placed({ venue, instrument }: Slot, venues: readonly VenueRun[]): number | string {
  const { name, run } = venues[venue]!;
  const line = run.lines.findIndex((one) => one.instrument.name === instrument);
  if (line >= 0) return line;
  const failed = run.unvalued.find((one) => one.instrument === instrument);
  return `at ${name} ${instrument} ${failed === undefined ? 'has no row in the market' : `cannot be held: ${failed.reason}`}`;
}

function heldOf({ venue }: Slot, line: number, venues: readonly VenueRun[]): number {
  return venues[venue]!.run.quantities[line]!;
}

/** Money for handing over one contract of `from`; null where a venue does not say. */
function transferMoney(
  { from, to, ratio }: MovePair,
  [fromLine, toLine]: readonly [number, number],
  venues: readonly VenueRun[],
  costs: readonly (TransferCost | null)[],
): number | null {
  const [out, back] = [costs[from.venue] ?? null, costs[to.venue] ?? null];
  if (out === null || back === null) return null;
  const money = ({ kind, value }: TransferCost, line: ValuedInstrument) =>
    kind === 'money' ? value : value * line.notional;
  const { lines } = venues[from.venue]!.run;
  return money(out, lines[fromLine]!) + ratio * money(back, venues[to.venue]!.run.lines[toLine]!);
}

function lotOf({ quote }: ValuedInstrument): number | null {
  return quote?.lot ?? null;
}

/** Multiples of a lot looked at for one that is whole at the other venue too. */
const MOST_MULTIPLES = 1000;

/** The fewest contracts of `from` that are whole lots there and, times the ratio, at the other venue; null without lots. */
function commonLot(from: number | null, to: number | null, ratio: number): number | null {
  if (from === null || to === null) return from ?? (to === null ? null : to / ratio);
  for (let k = 1; k <= MOST_MULTIPLES; k++) {
    const lots = (k * from * ratio) / to;
    if (Math.round(lots) >= 1 && Math.abs(lots - Math.round(lots)) < 1e-9 * lots)
      return Number((k * from).toPrecision(12));
  }
  return from;
}

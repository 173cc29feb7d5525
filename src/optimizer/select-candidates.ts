import type { Depth } from '../domain/index.js';
import type { CurrencyRates, ValuedInstrument } from '../scenario/index.js';
import type { Candidate, Exclusion, PriceLevel } from './candidate.js';
import type { CandidateFilter } from './candidate-filter.js';
import { type DisplayedBook, type DisplayedLevel, displayedBook } from './displayed-book.js';
import { type UnitFees, unitFees } from './fees/unit-fees.js';
import { priceLadder } from './price-ladder.js';

export interface CandidateRules {
  /** Days an instrument must still live. */
  readonly minDays: number;
  /** Whether an instrument is wanted at all (a name list or pattern). */
  readonly wanted: (instrument: string) => boolean;
  /** Contracts to buy and to sell where no size is displayed, from the owner's position limits; Infinity where they say nothing. */
  readonly room: (line: number) => { readonly buy: number; readonly sell: number };
  /** Contracts of a line that can be sold at all, where it can only be owned; Infinity where it can be owed too. */
  readonly owned?: (line: number) => number;
  readonly rates: CurrencyRates;
  /** Which trades the owner wants, and contracts held by line; absent for all. */
  readonly owner?: { readonly filter: CandidateFilter; readonly held: Float64Array };
  /** Order books; an instrument without one is traded at its best quote alone. */
  readonly depth?: Depth;
  /** What a contract pays to the venue; the fee of its market row by default. */
  readonly fees?: UnitFees;
}

export interface CandidateSelection {
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Exclusion[];
}

/**
 * The instruments that can be traded: bought at the ask, sold at the bid, at most the displayed size, level by level where
 * depth is known. A side without a quote is not traded, and neither is one without a displayed size unless a position limit
 * bounds it; each exclusion is told.
 * Fair value is held between bid and ask, so no trade ever has a negative cost.
 */
export function selectCandidates(lines: readonly ValuedInstrument[], rules: CandidateRules): CandidateSelection {
  const { depth = new Map(), fees = unitFees(rules.rates) } = rules;
  const candidates: Candidate[] = [];
  const excluded: Exclusion[] = [];
  for (const [j, line] of lines.entries()) {
    if (line.instrument.type === 'index') continue;
    const instrument = line.instrument.name;
    const held = rules.owner?.held[j] ?? 0;
    const book = displayedBook(line, depth);
    const unfit = unfitness(line, book, rules, held);
    if (unfit !== null) {
      excluded.push({ instrument, reason: unfit });
      continue;
    }
    const room = rules.room(j);
    const asks = allowed((most) => side(line, book, 'ask', fees, Math.min(room.buy, most)), line, 1, rules, held);
    const bids = allowed(
      (most) => side(line, book, 'bid', fees, Math.min(room.sell, most)),
      line,
      -1,
      rules,
      held,
      rules.owned?.(j),
    );
    // A trade is ended or taken on; that it is not both is no news.
    const isTold = line.instrument.type !== 'trade' || (typeof asks === 'string' && typeof bids === 'string');
    for (const offered of [asks, bids]) {
      if (isTold && typeof offered === 'string') excluded.push({ instrument, reason: offered });
    }
    if (typeof asks === 'string' && typeof bids === 'string') continue;
    candidates.push({
      instrument,
      line: j,
      asks: typeof asks === 'string' ? [] : asks,
      bids: typeof bids === 'string' ? [] : bids,
      lot: line.quote?.lot ?? null,
      notional: line.notional,
    });
  }
  return { candidates, excluded };
}

/** Why neither side of an instrument is traded; null when it may be. */
function unfitness(line: ValuedInstrument, book: DisplayedBook, rules: CandidateRules, held: number): string | null {
  const { name } = line.instrument;
  if (!rules.wanted(name)) return 'not among the candidates asked for';
  const leftOut = rules.owner?.filter.leavesOut(name, held) ?? null;
  if (leftOut !== null) return leftOut;
  const unquoted = unquotedness(line, book, rules.minDays);
  return unquoted === null ? null : withHeld(unquoted, rules, held);
}

function unquotedness({ instrument, days }: ValuedInstrument, book: DisplayedBook, minDays: number): string | null {
  if (book.bids.length === 0 && book.asks.length === 0) return 'no bid and no ask';
  if (instrument.expiry !== null && days < minDays) return `expires within ${minDays} days`;
  return null;
}

/** A reason that stands in the way of closing a held line says so, where closing was asked for. */
function withHeld(reason: string, { owner }: CandidateRules, held: number): string {
  const left = owner?.filter.notClosed(held) ?? null;
  return left === null ? reason : `${reason}; ${left}`;
}

/** The levels of one side as far as the owner wants them, or why it is not traded. */
function allowed(
  offered: (most: number) => PriceLevel[] | string,
  { instrument }: ValuedInstrument,
  direction: 1 | -1,
  rules: CandidateRules,
  held: number,
  owned = Infinity,
): PriceLevel[] | string {
  const wanted = rules.owner?.filter.most(instrument.name, direction, held) ?? Infinity;
  if (typeof wanted === 'string') return wanted;
  if (owned <= 0) return 'can only be owned, and none is held: cannot be sold';
  const most = Math.min(wanted, owned);
  const levels = offered(most);
  if (typeof levels === 'string') return held * direction < 0 ? withHeld(levels, rules, held) : levels;
  return most === Infinity ? levels : upTo(levels, most);
}

/** The best levels that make up so many contracts. */
function upTo(levels: readonly PriceLevel[], contracts: number): PriceLevel[] {
  let left = contracts;
  return levels.flatMap((level) => {
    const size = Math.min(level.size, left);
    left -= size;
    return size > 0 ? [{ ...level, size }] : [];
  });
}

const VERBS = { ask: 'bought', bid: 'sold' } as const;

/** The levels of one side, or why it is not traded. */
function side(
  line: ValuedInstrument,
  book: DisplayedBook,
  name: 'ask' | 'bid',
  fees: UnitFees,
  room: number,
): PriceLevel[] | string {
  const offered = name === 'ask' ? book.asks : book.bids;
  const verb = VERBS[name];
  const missing = missingSize(offered, name, room);
  if (missing !== null) return `${missing}: cannot be ${verb}`;
  const ladder = priceLadder(line, name === 'ask' ? 1 : -1, book, fees, room);
  return ladder.length > 0 ? ladder : `the ${name} is below one tick: cannot be ${verb}`;
}

/** Why nothing of a side can be traded; null when something can. */
function missingSize(offered: readonly DisplayedLevel[], name: 'ask' | 'bid', room: number): string | null {
  const best = offered[0];
  if (best === undefined) return `no ${name}`;
  if (best.size === 0) return `no size at the ${name}`;
  // Beside a displayed size a position limit is a row like any other, so that a conflict can name it.
  const size = best.size ?? room;
  if (!Number.isFinite(size)) return `no displayed size at the ${name} and no position limit`;
  return size <= 0 ? `no displayed size at the ${name} and no room in the position limit` : null;
}

import type { CurrencyRates, ValuedInstrument } from '../scenario/index.js';
import type { Candidate, Exclusion, PriceLevel } from './candidate.js';
import type { CandidateFilter } from './candidate-filter.js';
import { feeMoney, spreadMoney } from './unit-cost.js';

export interface CandidateRules {
  /** Days an instrument must still live. */
  readonly minDays: number;
  /** Whether an instrument is wanted at all (a name list or pattern). */
  readonly wanted: (instrument: string) => boolean;
  /** Contracts the owner's position limits leave to buy and to sell; Infinity where they say nothing. */
  readonly room: (line: number) => { readonly buy: number; readonly sell: number };
  readonly rates: CurrencyRates;
  /** Which trades the owner wants, and contracts held by line; absent for all. */
  readonly owner?: { readonly filter: CandidateFilter; readonly held: Float64Array };
}

export interface CandidateSelection {
  readonly candidates: readonly Candidate[];
  readonly excluded: readonly Exclusion[];
}

/**
 * The instruments that can be traded: bought at the ask, sold at the bid, at most the displayed size. A side without a quote
 * is not traded, and neither is one without a displayed size unless a position limit bounds it; each exclusion is told.
 * Fair value is held between bid and ask, so no trade ever has a negative cost.
 */
export function selectCandidates(lines: readonly ValuedInstrument[], rules: CandidateRules): CandidateSelection {
  const candidates: Candidate[] = [];
  const excluded: Exclusion[] = [];
  for (const [j, line] of lines.entries()) {
    if (line.instrument.type === 'index') continue;
    const instrument = line.instrument.name;
    const held = rules.owner?.held[j] ?? 0;
    const unfit = unfitness(line, rules, held);
    if (unfit !== null) {
      excluded.push({ instrument, reason: unfit });
      continue;
    }
    const unitFee = feeMoney(line, rules.rates);
    const room = rules.room(j);
    const asks = allowed((most) => side(line, 'ask', unitFee, Math.min(room.buy, most)), line, 1, rules, held);
    const bids = allowed((most) => side(line, 'bid', unitFee, Math.min(room.sell, most)), line, -1, rules, held);
    for (const offered of [asks, bids]) if (typeof offered === 'string') excluded.push({ instrument, reason: offered });
    if (typeof asks === 'string' && typeof bids === 'string') continue;
    candidates.push({
      instrument,
      line: j,
      asks: typeof asks === 'string' ? [] : asks,
      bids: typeof bids === 'string' ? [] : bids,
      lot: line.quote!.lot,
      notional: line.notional,
    });
  }
  return { candidates, excluded };
}

/** Why neither side of an instrument is traded; null when it may be. */
function unfitness(line: ValuedInstrument, rules: CandidateRules, held: number): string | null {
  const { name } = line.instrument;
  if (!rules.wanted(name)) return 'not among the candidates asked for';
  const leftOut = rules.owner?.filter.leavesOut(name, held) ?? null;
  if (leftOut !== null) return leftOut;
  const unquoted = unquotedness(line, rules.minDays);
  return unquoted === null ? null : withHeld(unquoted, rules, held);
}

function unquotedness({ instrument, quote, days }: ValuedInstrument, minDays: number): string | null {
  if (quote === null || (quote.bid === null && quote.ask === null)) return 'no bid and no ask';
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
): PriceLevel[] | string {
  const most = rules.owner?.filter.most(instrument.name, direction, held) ?? Infinity;
  if (typeof most === 'string') return most;
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
function side(line: ValuedInstrument, name: 'ask' | 'bid', unitFee: number, room: number): PriceLevel[] | string {
  const quote = line.quote!;
  const price = quote[name];
  const displayed = name === 'ask' ? quote.askSize : quote.bidSize;
  const verb = VERBS[name];
  if (price === null) return `no ${name}: cannot be ${verb}`;
  if (displayed === 0) return `no size at the ${name}: cannot be ${verb}`;
  // Beside a displayed size a position limit is a row like any other, so that a conflict can name it.
  const size = displayed ?? room;
  if (!Number.isFinite(size)) return `no displayed size at the ${name} and no position limit: cannot be ${verb}`;
  if (size <= 0) return `no displayed size at the ${name} and no room in the position limit: cannot be ${verb}`;
  // Where bid and ask cross, no price between them is fair to both.
  const unitSpread = Math.max(0, spreadMoney(line, price, name === 'ask' ? 1 : -1));
  return [{ price, size, unitSpread, unitFee }];
}

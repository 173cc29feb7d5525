import type { CurrencyRates, ValuedInstrument } from '../scenario/index.js';
import type { Candidate, Exclusion, PriceLevel } from './candidate.js';
import { feeMoney, spreadMoney } from './unit-cost.js';

export interface CandidateRules {
  /** Days an instrument must still live. */
  readonly minDays: number;
  /** Whether an instrument is wanted at all (a name list or pattern). */
  readonly wanted: (instrument: string) => boolean;
  /** Contracts the owner's position limits leave to buy and to sell; Infinity where they say nothing. */
  readonly room: (line: number) => { readonly buy: number; readonly sell: number };
  readonly rates: CurrencyRates;
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
    const unfit = unfitness(line, rules);
    if (unfit !== null) {
      excluded.push({ instrument, reason: unfit });
      continue;
    }
    const unitFee = feeMoney(line, rules.rates);
    const room = rules.room(j);
    const asks = side(line, 'ask', unitFee, room.buy);
    const bids = side(line, 'bid', unitFee, room.sell);
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
function unfitness({ instrument, quote, days }: ValuedInstrument, rules: CandidateRules): string | null {
  if (!rules.wanted(instrument.name)) return 'not among the candidates asked for';
  if (quote === null || (quote.bid === null && quote.ask === null)) return 'no bid and no ask';
  if (instrument.expiry !== null && days < rules.minDays) return `expires within ${rules.minDays} days`;
  return null;
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

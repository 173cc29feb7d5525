import { dividendsLater, escrowed } from './escrowed.js';
import type { MarketMoves } from './market-moves.js';
import type { MarketView } from './market-view.js';
import { modelPrice } from './model-price.js';
import { reportingScale } from './reporting-scale.js';
import { earlyExercise } from './value-instrument.js';
import type { ValuedInstrument } from './valued-instrument.js';

const DAYS_PER_YEAR = 365;
/** Of a forward that dividends would take below nothing. */
const LEAST_LEFT = 1e-4;

/** A line after a scenario, and what one contract of it earned, in today's money of the reporting currency. */
export interface MovedLine {
  readonly line: ValuedInstrument;
  readonly profit: number;
}

/** The market before and after. */
export interface MovedMarket {
  readonly before: MarketView;
  readonly after: MarketView;
}

/**
 * Full revaluation of one line after a scenario: at the moved level, forward, volatility and rate, and so many days later. What
 * expires within those days is settled at its moved forward and then gone. A line that nothing touches stays as it is.
 *
 * Profit is the model's value after less before; a future's is what its price moved by, an inverse one's in coin (the amount
 * times 1/before - 1/after) and converted at the moved level.
 */
export function moveLine(line: ValuedInstrument, moves: MarketMoves, market: MovedMarket): MovedLine {
  const { instrument } = line;
  if (line.expired || instrument.type === 'index') return { line, profit: 0 };
  const moved = atNewPrices(line, moves, market);
  const scale = reportingScale(market.before, market.after);
  const days = instrument.expiry === null ? 0 : line.days - moves.days;
  if (instrument.expiry !== null && days <= 0) {
    const settled = { ...moved, days: 0, ttmYears: 0, expired: true, markPrice: 0, markValue: 0, modelValue: 0 };
    return { line: settled, profit: profitOf(line, moved, settlementValue(moved), scale) };
  }
  const aged = { ...moved, ...dividendsLater(moved, moves.days / DAYS_PER_YEAR), days, ttmYears: days / DAYS_PER_YEAR };
  const value = valued(line, aged);
  return { line: value, profit: profitOf(line, value, value.modelValue, scale) };
}

function atNewPrices(line: ValuedInstrument, moves: MarketMoves, { before, after }: MovedMarket): ValuedInstrument {
  if (!moves.movesPrices) return line;
  const { instrument, quote, level, volatility } = line;
  const { underlying, expiry, type, settlement, currency } = instrument;
  const stated = before.statedForward(instrument, quote) !== null;
  const change = moves.rateChange(underlying);
  const rate = line.rate + change;
  const carry = expiry !== null && !stated ? Math.exp(change * line.ttmYears) : 1;
  const levelAfter = after.levels.get(underlying)?.level ?? level;
  // Escrowed dividends stay as they are, so that what is left of the level moves further than the level.
  const dividends = escrowed(line);
  const left = dividends === 0 ? 1 : Math.max(LEAST_LEFT, (1 - dividends / levelAfter) / (1 - dividends / level));
  const paid = conversion(settlement === 'inverse' ? underlying : currency, before, after);
  const counted = settlement === 'linear' ? conversion(currency, before, after) * (levelAfter / level) : paid;
  return {
    ...line,
    quote: quote === null ? null : (after.market.quotes.get(instrument.name) ?? quote),
    level: levelAfter,
    forward: moves.forward(underlying, expiry, line.forward, level) * carry * left,
    volatility: volatility === null ? null : moves.volatility(line, volatility),
    rate,
    earlyExercise:
      type === 'option'
        ? earlyExercise(instrument, stated, rate, line.dividendYield, dividends > 0)
        : line.earlyExercise,
    moneyPerPrice: line.moneyPerPrice * paid,
    notional:
      line.notional * (settlement === 'inverse' && type !== 'option' ? conversion(currency, before, after) : counted),
  };
}

/** What a unit of a currency is worth after, over before, in reporting currency. */
function conversion(currency: string, before: MarketView, after: MarketView): number {
  const was = before.rates.rateOf(currency)?.rate;
  const is = after.rates.rateOf(currency)?.rate;
  return was === undefined || is === undefined ? 1 : is / was;
}

/** The line with its model value where something moved; marks follow the model, for no market has quoted them yet. */
function valued(before: ValuedInstrument, line: ValuedInstrument): ValuedInstrument {
  const { type } = line.instrument;
  if (type === 'option') {
    if (same(before, line)) return before;
    const markPrice = modelPrice(line);
    const value = markPrice * line.moneyPerPrice;
    return { ...line, markPrice, markValue: value, modelValue: value };
  }
  const markPrice = line.markPrice === null ? null : line.forward;
  if (type !== 'spot') return { ...line, markPrice };
  const value = line.forward * line.moneyPerPrice;
  return { ...line, markPrice, markValue: value, modelValue: value };
}

const PRICED_BY = ['level', 'forward', 'volatility', 'rate', 'days', 'moneyPerPrice', 'notional'] as const;

function same(a: ValuedInstrument, b: ValuedInstrument): boolean {
  return PRICED_BY.every((key) => a[key] === b[key]);
}

/** Money for one option that expires at its forward. */
function settlementValue({ instrument, forward, moneyPerPrice }: ValuedInstrument): number {
  const { strike, right, settlement } = instrument;
  if (strike === null) return 0;
  const intrinsic = Math.max(0, right === 'C' ? forward - strike : strike - forward);
  return moneyPerPrice * (settlement === 'inverse' ? intrinsic / forward : intrinsic);
}

function profitOf(before: ValuedInstrument, after: ValuedInstrument, valueAfter: number, scale: number): number {
  const { type, settlement } = before.instrument;
  if (type === 'option' || type === 'spot') return scale * valueAfter - before.modelValue;
  const gain = settlement === 'inverse' ? 1 / before.forward - 1 / after.forward : after.forward - before.forward;
  return scale * after.moneyPerPrice * gain;
}

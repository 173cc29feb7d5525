import type { Instrument, Quote } from '../domain/index.js';
import type { CashDividend } from '../pricing/index.js';

/**
 * One instrument with everything revaluation needs. Money is in the reporting currency, per contract.
 *
 * A contract's value is `moneyPerPrice x price`, where `price` is in the instrument's own currency; when that currency is
 * itself a shocked underlying (a coin), the money is converted at the shocked level, see `currencyUnderlying`.
 */
export interface ValuedInstrument {
  readonly instrument: Instrument;
  readonly quote: Quote | null;
  /** Spot or index level of the underlying, quote currency per unit. */
  readonly level: number;
  /** Forward of the instrument's expiry; the level itself for spot; the fair price of a future or perpetual. */
  readonly forward: number;
  /** Years and days to expiry (actual/365); 0 when there is none or it is past. */
  readonly ttmYears: number;
  readonly days: number;
  readonly expired: boolean;
  /** Annual, decimal; null unless an option. */
  readonly volatility: number | null;
  /** Continuous annual rate and yield, decimal. */
  readonly rate: number;
  readonly dividendYield: number;
  /** Cash dividends of the underlying until expiry; absent where none are known, or the market states the forward. */
  readonly dividends?: readonly CashDividend[];
  /** Whether early exercise has value here: American, on spot with a yield or rate, or on a forward with a rate. */
  readonly earlyExercise: 'none' | 'spot' | 'forward';
  readonly moneyPerPrice: number;
  /** The underlying whose level converts the instrument's currency into money; null for cash currencies. */
  readonly currencyUnderlying: string | null;
  /** Mark in the instrument's own unit: the mark, else the mid, else the model's price; null for a future without one. */
  readonly markPrice: number | null;
  /** Money value of one contract at the mark (0 for futures and perpetuals, which are margined, not paid for). */
  readonly markValue: number;
  /** Money value of one contract by the model: what shocked values are compared with. */
  readonly modelValue: number;
  /** Money of underlying exposure behind one contract, unsigned. */
  readonly notional: number;
}

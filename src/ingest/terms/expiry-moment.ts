import { newYorkClose } from '../naming/new-york-close.js';
import type { GivenExpiry } from './term-columns.js';

const CRYPTO_EXPIRY_MS = 8 * 3_600_000;

/**
 * The moment of an expiry, epoch milliseconds. A date alone means 08:00 UTC at crypto venues (Deribit, OKX, Bybit,
 * Binance and Derive all settle then) and 16:00 New York, the close of the American markets, anywhere else.
 */
export function expiryMoment(expiry: GivenExpiry, settlesLikeCrypto: boolean): number {
  if (!expiry.dateOnly) return expiry.epochMs;
  if (settlesLikeCrypto) return expiry.epochMs + CRYPTO_EXPIRY_MS;
  const date = new Date(expiry.epochMs);
  return newYorkClose({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

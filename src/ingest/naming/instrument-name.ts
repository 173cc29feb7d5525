import type { Instrument } from '../../domain/index.js';
import { binance } from './binance.js';
import { bybit } from './bybit.js';
import { deribit } from './deribit.js';
import { derive } from './derive.js';
import { FAMILIAR_COINS } from './familiar-coins.js';
import type { NamingRule } from './naming-rule.js';
import { okx } from './okx.js';
import { osi } from './osi.js';

/**
 * In the order in which they are asked when no venue is given. Where two venues share a form the order decides:
 *
 * - `BTC-27JUN26-60000-C`: Deribit (one coin, priced in coin), not Bybit (USDC), for the coins of Deribit's inverse
 *   options, BTC, ETH and SOL. Other coins, and strikes with a decimal point, are Bybit's.
 * - `BTC-27JUN26`: Deribit (inverse), not Bybit (USDC), for the same coins.
 * - `SOL-20260627-150-C`, `BTC-PERP` and Bybit's forms without USDT fit any word, so without a venue they are read only for
 *   the coins of `familiar-coins.ts`.
 * - `BTCUSDT`: Bybit and Binance, the same terms.
 * - `ETH-USDC`: OKX and Derive, the same terms.
 */
const RULES: readonly NamingRule[] = [deribit, okx, bybit, binance, derive, osi];

/** The venues whose names are understood, in lower case, in the order in which they are asked. */
export const KNOWN_VENUES: readonly string[] = RULES.map((rule) => rule.venue);

/**
 * The contract a name stands for, or null when it is not understood or does not state the whole contract (a combo, an
 * unknown contract size, a day that does not exist, a strike of zero, lower case, blanks around it).
 *
 * `venue` (any case): only that venue's rule is asked, and an unknown venue understands nothing; null: the first rule in
 * the order of `KNOWN_VENUES` that reads the name.
 *
 * The instrument's `name` is the venue's own spelling: `BTC-03JUL26` comes back as `BTC-3JUL26`, so that two spellings
 * of one contract net.
 */
export function parseInstrumentName(name: string, venue: string | null): Instrument | null {
  if (venue !== null) return ruleOf(venue)?.parse(name) ?? null;
  for (const rule of RULES) {
    const instrument = rule.parse(name);
    if (instrument !== null && saysItIsCrypto(instrument, name)) return instrument;
  }
  return null;
}

/**
 * The venue's spelling of an instrument, or null when the venue is unknown or no name of it states exactly these terms.
 * Looks at the terms, not at `instrument.name`.
 */
export function formatInstrumentName(instrument: Instrument, venue: string): string | null {
  return ruleOf(venue)?.format(instrument) ?? null;
}

/** Only the contracts in USDC come with names in which no venue's or currency's word is left. */
function saysItIsCrypto({ currency, underlying }: Instrument, name: string): boolean {
  return currency !== 'USDC' || name.includes('USDC') || FAMILIAR_COINS.has(underlying);
}

function ruleOf(venue: string): NamingRule | undefined {
  const wanted = venue.toLowerCase();
  return RULES.find((rule) => rule.venue === wanted);
}

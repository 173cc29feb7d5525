import type { Instrument } from '../../domain/index.js';
import { confirmedName } from './confirmed-name.js';
import { COIN_PATTERN, europeanOption, linearTerms, perpetual, spotPair } from './contract-terms.js';
import { YYYYMMDD } from './expiry-date.js';
import { FAMILIAR_COINS } from './familiar-coins.js';
import type { NamingRule } from './naming-rule.js';
import { readSeries, type SeriesForm, seriesPattern, writeSeries } from './option-series.js';

const SERIES: SeriesForm = { date: YYYYMMDD, decimalMark: '_' };
const OPTION = new RegExp(`^(${COIN_PATTERN})-${seriesPattern(SERIES)}$`);
const PERPETUAL = new RegExp(`^(${COIN_PATTERN})-PERP$`);
const SPOT = new RegExp(`^(${COIN_PATTERN})-USDC$`);

/**
 * Derive: `BTC-20260627-60000-C`, `ETH-20240914-2400_5-P` (underscore for the decimal point), `BTC-PERP`, `ETH-USDC`
 * (spot). All linear in USDC, one coin a contract. Options are read for the coins of `familiar-coins.ts` only: those on US
 * shares expire in the afternoon of New York instead of 08:00 UTC, which the name does not show.
 *
 * SOURCE: docs.derive.xyz, "Instrument names".
 */
export const derive: NamingRule = {
  venue: 'derive',
  parse: (name) => readOption(name) ?? readPerpetual(name) ?? readSpot(name),
  format: (instrument) => confirmedName(derive, instrument, spell(instrument)),
};

function readOption(name: string): Instrument | null {
  const match = OPTION.exec(name);
  if (match === null) return null;
  const [, coin = '', date = '', strike = '', right = ''] = match;
  const series = readSeries(SERIES, date, strike, right);
  if (series === null || !FAMILIAR_COINS.has(coin)) return null;
  return europeanOption(name, linearTerms(coin, 1, 'USDC'), series.expiry, series.strike, series.right);
}

function readPerpetual(name: string): Instrument | null {
  const coin = PERPETUAL.exec(name)?.[1];
  return coin === undefined ? null : perpetual(name, linearTerms(coin, 1, 'USDC'));
}

function readSpot(name: string): Instrument | null {
  const coin = SPOT.exec(name)?.[1];
  return coin === undefined ? null : spotPair(name, coin, 'USDC');
}

function spell(instrument: Instrument): string | null {
  const { type, underlying } = instrument;
  if (type === 'spot') return `${underlying}-USDC`;
  if (type === 'perpetual') return `${underlying}-PERP`;
  return `${underlying}-${writeSeries(SERIES, instrument)}`;
}

import type { Instrument } from '../../domain/index.js';
import { confirmedName } from './confirmed-name.js';
import {
  COIN_PATTERN,
  type ContractTerms,
  datedFuture,
  europeanOption,
  inverseFutureTerms,
  linearTerms,
  perpetual,
} from './contract-terms.js';
import { YYMMDD } from './expiry-date.js';
import type { NamingRule } from './naming-rule.js';
import { readSeries, type SeriesForm, seriesPattern, writeSeries } from './option-series.js';

const SERIES: SeriesForm = { date: YYMMDD, decimalMark: '.' };
const OPTION = new RegExp(`^(${COIN_PATTERN})-${seriesPattern(SERIES)}$`);
const LINEAR = new RegExp(`^(${COIN_PATTERN})(USDT|USDC)(?:_(${YYMMDD.pattern}))?$`);
const INVERSE = new RegExp(`^(${COIN_PATTERN})USD_(PERP|${YYMMDD.pattern})$`);

/** Coins a contract of the options. SOURCE: Binance's FAQ "Binance Options Contract Specifications", row "Unit". */
const OPTION_COINS: Readonly<Record<string, number>> = { BNB: 1, BTC: 1, DOGE: 1000, ETH: 1, SOL: 1, XRP: 100 };

/** US dollars a contract of the COIN-M futures: 100 for Bitcoin, 10 for every other coin (`contractSize`). */
const BITCOIN_USD = 100;
const OTHER_COIN_USD = 10;

/**
 * Binance: `BTC-260627-60000-C` (option in USDT), `BTCUSDT`, `BTCUSDC`, `BTCUSDT_260627` (USD-M), `BTCUSD_PERP`,
 * `BTCUSD_260627` (COIN-M). Spot pairs share the USD-M perpetuals' names and need a type column.
 *
 * SOURCE: developers.binance.com, exchangeInfo of eapi, fapi and dapi.
 */
export const binance: NamingRule = {
  venue: 'binance',
  parse: (name) => readOption(name) ?? readLinear(name) ?? readInverse(name),
  format: (instrument) => confirmedName(binance, instrument, spell(instrument)),
};

function readOption(name: string): Instrument | null {
  const match = OPTION.exec(name);
  if (match === null) return null;
  const [, coin = '', date = '', strike = '', right = ''] = match;
  const coins = OPTION_COINS[coin];
  const series = readSeries(SERIES, date, strike, right);
  if (coins === undefined || series === null) return null;
  return europeanOption(name, linearTerms(coin, coins, 'USDT'), series.expiry, series.strike, series.right);
}

function readLinear(name: string): Instrument | null {
  const match = LINEAR.exec(name);
  if (match === null) return null;
  const [, coin = '', quote = '', date] = match;
  return perpetualOrFuture(name, linearTerms(coin, 1, quote), date);
}

function readInverse(name: string): Instrument | null {
  const match = INVERSE.exec(name);
  if (match === null) return null;
  const [, coin = '', date] = match;
  const terms = inverseFutureTerms(coin, coin === 'BTC' ? BITCOIN_USD : OTHER_COIN_USD);
  return perpetualOrFuture(name, terms, date === 'PERP' ? undefined : date);
}

function perpetualOrFuture(name: string, terms: ContractTerms, date: string | undefined): Instrument | null {
  if (date === undefined) return perpetual(name, terms);
  const expiry = YYMMDD.read(date);
  return expiry === null ? null : datedFuture(name, terms, expiry);
}

function spell(instrument: Instrument): string | null {
  const { type, underlying, settlement, expiry, currency } = instrument;
  if (type === 'option') return `${underlying}-${writeSeries(SERIES, instrument)}`;
  const pair = settlement === 'linear' ? `${underlying}${currency}` : `${underlying}USD`;
  if (type === 'perpetual') return settlement === 'linear' ? pair : `${pair}_PERP`;
  return type === 'future' && expiry !== null ? `${pair}_${YYMMDD.write(expiry)}` : null;
}

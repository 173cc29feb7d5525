import type { Instrument } from '../../domain/index.js';
import { confirmedName } from './confirmed-name.js';
import {
  COIN_PATTERN,
  type ContractTerms,
  datedFuture,
  europeanOption,
  inverseFutureTerms,
  inverseOptionTerms,
  linearTerms,
  perpetual,
  spotPair,
} from './contract-terms.js';
import { DERIBIT_INVERSE_USD, DERIBIT_USDC_FUTURE_COINS, DERIBIT_USDC_OPTION_COINS } from './deribit-contract-sizes.js';
import { DAY_MONTH_YEAR } from './expiry-date.js';
import type { NamingRule } from './naming-rule.js';
import { readSeries, type SeriesForm, seriesPattern, writeSeries } from './option-series.js';

const SERIES: SeriesForm = { date: DAY_MONTH_YEAR, decimalMark: 'd' };
const COIN = `(${COIN_PATTERN}?)(_USDC)?`;
const OPTION = new RegExp(`^${COIN}-${seriesPattern(SERIES)}$`);
const FUTURE = new RegExp(`^${COIN}-(PERPETUAL|${DAY_MONTH_YEAR.pattern})$`);
const SPOT = new RegExp(`^(${COIN_PATTERN})_USDC$`);

/**
 * Deribit: `BTC-27JUN26-60000-C`, `BTC-27JUN26`, `BTC-PERPETUAL` (inverse), `BTC_USDC-27JUN26-60000-C`,
 * `XRP_USDC-30AUG24-0d54-C`, `BTC_USDC-PERPETUAL` (linear), `BTC_USDC` (spot). Combos (`BTC-CS-...`) are several
 * contracts and are not read.
 *
 * SOURCE: docs.deribit.com, "Instrument naming"; sizes in `deribit-contract-sizes.ts`.
 */
export const deribit: NamingRule = {
  venue: 'deribit',
  parse: (name) => readOption(name) ?? readFuture(name) ?? readSpot(name),
  format: (instrument) => confirmedName(deribit, instrument, spell(instrument)),
};

function readOption(name: string): Instrument | null {
  const match = OPTION.exec(name);
  if (match === null) return null;
  const [, coin = '', linear, date = '', strike = '', right = ''] = match;
  const terms = optionTerms(coin, linear !== undefined);
  const series = readSeries(SERIES, date, strike, right);
  if (terms === null || series === null) return null;
  const spelling = `${coin}${linear ?? ''}-${DAY_MONTH_YEAR.write(series.expiry)}-${strike}-${right}`;
  return europeanOption(spelling, terms, series.expiry, series.strike, series.right);
}

function readFuture(name: string): Instrument | null {
  const match = FUTURE.exec(name);
  if (match === null) return null;
  const [, coin = '', linear, date = ''] = match;
  const terms = futureTerms(coin, linear !== undefined);
  if (terms === null) return null;
  if (date === 'PERPETUAL') return perpetual(name, terms);
  const expiry = DAY_MONTH_YEAR.read(date);
  return expiry === null ? null : datedFuture(`${coin}${linear ?? ''}-${DAY_MONTH_YEAR.write(expiry)}`, terms, expiry);
}

function readSpot(name: string): Instrument | null {
  const coin = SPOT.exec(name)?.[1];
  return coin === undefined ? null : spotPair(name, coin, 'USDC');
}

function optionTerms(coin: string, linear: boolean): ContractTerms | null {
  if (!linear) return coin in DERIBIT_INVERSE_USD ? inverseOptionTerms(coin, 1) : null;
  const coins = DERIBIT_USDC_OPTION_COINS[coin];
  return coins === undefined ? null : linearTerms(coin, coins, 'USDC');
}

function futureTerms(coin: string, linear: boolean): ContractTerms | null {
  const size = (linear ? DERIBIT_USDC_FUTURE_COINS : DERIBIT_INVERSE_USD)[coin];
  if (size === undefined) return null;
  return linear ? linearTerms(coin, size, 'USDC') : inverseFutureTerms(coin, size);
}

function spell(instrument: Instrument): string | null {
  const { type, underlying, settlement, expiry } = instrument;
  const pair = settlement === 'linear' ? `${underlying}_USDC` : underlying;
  if (type === 'spot') return pair;
  if (type === 'perpetual') return `${pair}-PERPETUAL`;
  if (type === 'future' && expiry !== null) return `${pair}-${DAY_MONTH_YEAR.write(expiry)}`;
  return `${pair}-${writeSeries(SERIES, instrument)}`;
}

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
import { DAY_MONTH_YEAR, QUARTER_CODE } from './expiry-date.js';
import type { NamingRule } from './naming-rule.js';
import { readSeries, type SeriesForm, seriesPattern, writeSeries } from './option-series.js';

const SERIES: SeriesForm = { date: DAY_MONTH_YEAR, decimalMark: '.' };
const OPTION = new RegExp(`^(${COIN_PATTERN})-${seriesPattern(SERIES)}(-USDT)?$`);
const LINEAR_FUTURE = new RegExp(`^(${COIN_PATTERN}?)(USDT)?(?<!USD)-(${DAY_MONTH_YEAR.pattern})$`);
const LINEAR_PERPETUAL = new RegExp(`^(${COIN_PATTERN})(USDT|PERP)$`);
const INVERSE = new RegExp(`^(${COIN_PATTERN})USD(${QUARTER_CODE.pattern})?$`);

/**
 * The coins with inverse contracts of one dollar. A list, because any word that ends in USD has the form of such a name
 * and the currency pair EURUSD must not become a perpetual.
 */
const INVERSE_COINS: ReadonlySet<string> = new Set(['ADA', 'BTC', 'DOT', 'EOS', 'ETH', 'LTC', 'MANA', 'SOL', 'XRP']);

/**
 * Bybit: `BTC-27JUN26-60000-C` (option in USDC), `BTC-27JUN26-60000-C-USDT`, `BTCUSDT` and `BTCPERP` (linear perpetuals
 * in USDT and USDC), `BTCUSDT-27JUN26` and `BTC-27JUN26` (linear futures), `BTCUSD`, `BTCUSDM26` (inverse, one dollar).
 * Linear sizes are in coins, so a contract is one coin. Spot pairs share the perpetuals' names and need a type column.
 *
 * SOURCE: bybit-exchange.github.io/docs/v5, "Get Instruments Info" (`symbol`, `settleCoin`, `deliveryTime`).
 */
export const bybit: NamingRule = {
  venue: 'bybit',
  parse: (name) => readOption(name) ?? readLinearFuture(name) ?? readLinearPerpetual(name) ?? readInverse(name),
  format: (instrument) => confirmedName(bybit, instrument, spell(instrument)),
};

function readOption(name: string): Instrument | null {
  const match = OPTION.exec(name);
  if (match === null) return null;
  const [, coin = '', date = '', strike = '', right = '', tether] = match;
  const series = readSeries(SERIES, date, strike, right);
  if (series === null) return null;
  const spelling = `${coin}-${DAY_MONTH_YEAR.write(series.expiry)}-${strike}-${right}${tether ?? ''}`;
  return europeanOption(spelling, stablecoinTerms(coin, tether), series.expiry, series.strike, series.right);
}

function readLinearFuture(name: string): Instrument | null {
  const match = LINEAR_FUTURE.exec(name);
  if (match === null) return null;
  const [, coin = '', tether, date = ''] = match;
  const expiry = DAY_MONTH_YEAR.read(date);
  if (expiry === null) return null;
  return datedFuture(`${coin}${tether ?? ''}-${DAY_MONTH_YEAR.write(expiry)}`, stablecoinTerms(coin, tether), expiry);
}

function readLinearPerpetual(name: string): Instrument | null {
  const match = LINEAR_PERPETUAL.exec(name);
  if (match === null) return null;
  const [, coin = '', quote] = match;
  return perpetual(name, stablecoinTerms(coin, quote === 'USDT' ? quote : undefined));
}

function readInverse(name: string): Instrument | null {
  const match = INVERSE.exec(name);
  if (match === null) return null;
  const [, coin = '', quarter] = match;
  if (!INVERSE_COINS.has(coin)) return null;
  const terms = inverseFutureTerms(coin, 1);
  if (quarter === undefined) return perpetual(name, terms);
  const expiry = QUARTER_CODE.read(quarter);
  return expiry === null ? null : datedFuture(name, terms, expiry);
}

function stablecoinTerms(coin: string, tether: string | undefined): ContractTerms {
  return linearTerms(coin, 1, tether === undefined ? 'USDC' : 'USDT');
}

function spell(instrument: Instrument): string | null {
  const { type, underlying, settlement, expiry, currency } = instrument;
  const inTether = currency === 'USDT';
  if (type === 'option') return `${underlying}-${writeSeries(SERIES, instrument)}${inTether ? '-USDT' : ''}`;
  if (type === 'perpetual') return `${underlying}${settlement === 'inverse' ? 'USD' : inTether ? 'USDT' : 'PERP'}`;
  if (type !== 'future' || expiry === null) return null;
  if (settlement === 'inverse') return `${underlying}USD${QUARTER_CODE.write(expiry)}`;
  return `${underlying}${inTether ? 'USDT' : ''}-${DAY_MONTH_YEAR.write(expiry)}`;
}

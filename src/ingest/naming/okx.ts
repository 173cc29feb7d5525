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
import { YYMMDD } from './expiry-date.js';
import type { NamingRule } from './naming-rule.js';
import { readSeries, type SeriesForm, seriesPattern, writeSeries } from './option-series.js';

const SERIES: SeriesForm = { date: YYMMDD, decimalMark: '.' };
const OPTION = new RegExp(`^(${COIN_PATTERN})-USD-${seriesPattern(SERIES)}$`);
const FUTURE = new RegExp(`^(${COIN_PATTERN})-(USD|USDT)-(SWAP|${YYMMDD.pattern})$`);
const SPOT = new RegExp(`^(${COIN_PATTERN})-(USDT|USDC)$`);

/** Coins a contract of the coin-settled options: `ctVal` x `ctMult` of public/instruments. */
const OPTION_COINS: Readonly<Record<string, number>> = { BTC: 0.01, ETH: 0.1 };

/** Coins a contract of the USDT swaps and futures: `ctVal` of public/instruments. Other coins' names do not tell it. */
const USDT_COINS: Readonly<Record<string, number>> = { BTC: 0.01, ETH: 0.1, LTC: 1 };

/** US dollars a contract of the coin-margined swaps and futures: 100 for Bitcoin, 10 for every other coin. */
const BITCOIN_USD = 100;
const OTHER_COIN_USD = 10;

/**
 * OKX: `BTC-USD-260627-60000-C` (inverse option), `BTC-USD-SWAP`, `BTC-USD-260627` (inverse), `BTC-USDT-SWAP`,
 * `BTC-USDT-260627` (linear), `BTC-USDT`, `BTC-USDC` (spot).
 *
 * SOURCE: okx.com/docs-v5, "Get instruments" (`instId`, `ctVal`, `ctMult`, `expTime`).
 */
export const okx: NamingRule = {
  venue: 'okx',
  parse: (name) => readOption(name) ?? readFuture(name) ?? readSpot(name),
  format: (instrument) => confirmedName(okx, instrument, spell(instrument)),
};

function readOption(name: string): Instrument | null {
  const match = OPTION.exec(name);
  if (match === null) return null;
  const [, coin = '', date = '', strike = '', right = ''] = match;
  const coins = OPTION_COINS[coin];
  const series = readSeries(SERIES, date, strike, right);
  if (coins === undefined || series === null) return null;
  return europeanOption(name, inverseOptionTerms(coin, coins), series.expiry, series.strike, series.right);
}

function readFuture(name: string): Instrument | null {
  const match = FUTURE.exec(name);
  if (match === null) return null;
  const [, coin = '', quote, date = ''] = match;
  const terms = quote === 'USD' ? inverseTerms(coin) : usdtTerms(coin);
  if (terms === null) return null;
  if (date === 'SWAP') return perpetual(name, terms);
  const expiry = YYMMDD.read(date);
  return expiry === null ? null : datedFuture(name, terms, expiry);
}

function readSpot(name: string): Instrument | null {
  const match = SPOT.exec(name);
  return match === null ? null : spotPair(name, match[1] ?? '', match[2] ?? '');
}

function inverseTerms(coin: string): ContractTerms {
  return inverseFutureTerms(coin, coin === 'BTC' ? BITCOIN_USD : OTHER_COIN_USD);
}

function usdtTerms(coin: string): ContractTerms | null {
  const coins = USDT_COINS[coin];
  return coins === undefined ? null : linearTerms(coin, coins, 'USDT');
}

function spell(instrument: Instrument): string | null {
  const { type, underlying, settlement, expiry, currency } = instrument;
  if (type === 'spot') return `${underlying}-${currency}`;
  const pair = `${underlying}-${settlement === 'linear' ? 'USDT' : 'USD'}`;
  if (type === 'perpetual') return `${pair}-SWAP`;
  if (type === 'future' && expiry !== null) return `${pair}-${YYMMDD.write(expiry)}`;
  return `${pair}-${writeSeries(SERIES, instrument)}`;
}

import type { Instrument, OptionRight } from '../../domain/index.js';
import { confirmedName } from './confirmed-name.js';
import { datedFuture, europeanOption, perpetual, spotPair } from './contract-terms.js';
import { DERIBIT_INVERSE_USD, DERIBIT_USDC_COINS } from './deribit-contract-sizes.js';
import { DAY_MONTH_YEAR } from './expiry-date.js';
import type { NamingRule } from './naming-rule.js';
import { readStrike, strikePatternWith, writeStrike } from './strike-text.js';

const DECIMAL_MARK = 'd';
const FORM = new RegExp(
  `^([A-Z0-9]+)(_USDC)?(?:-(PERPETUAL|${DAY_MONTH_YEAR.pattern})(?:-(${strikePatternWith(DECIMAL_MARK)})-([CP]))?)?$`,
);

/**
 * Deribit: `BTC-27JUN26-60000-C`, `BTC-27JUN26`, `BTC-PERPETUAL` (inverse), `BTC_USDC-27JUN26-60000-C`,
 * `XRP_USDC-30AUG24-0d54-C`, `SOL_USDC-PERPETUAL` (linear), `BTC_USDC` (spot). Combos (`BTC-CS-...`) are not single
 * contracts and are not read.
 * SOURCE: docs.deribit.com, "Instrument naming"; sizes in `deribit-contract-sizes.ts`.
 */
export const deribit: NamingRule = {
  venue: 'deribit',
  parse(name) {
    const match = FORM.exec(name);
    if (match === null) return null;
    const [, coin = '', linear, date, strikeText, right] = match;
    if (date === undefined) return linear === undefined ? null : spotPair(name, coin, 'USDC');
    const pair = `${coin}${linear ?? ''}`;
    if (date === 'PERPETUAL') return strikeText === undefined ? readPerpetual(coin, pair, linear !== undefined) : null;
    const expiry = DAY_MONTH_YEAR.read(date);
    if (expiry === null) return null;
    if (strikeText === undefined) return readFuture(coin, pair, linear !== undefined, expiry);
    const strike = readStrike(strikeText, DECIMAL_MARK);
    return strike === null ? null : readOption(coin, pair, linear !== undefined, expiry, strike, right as OptionRight);
  },
  format: (instrument) => confirmedName(deribit, instrument, spell(instrument)),
};

function futureTerms(coin: string, linear: boolean) {
  const multiplier = linear ? DERIBIT_USDC_COINS[coin] : DERIBIT_INVERSE_USD[coin];
  if (multiplier === undefined) return null;
  return linear
    ? ({ underlying: coin, settlement: 'linear', multiplier, currency: 'USDC' } as const)
    : ({ underlying: coin, settlement: 'inverse', multiplier, currency: 'USD' } as const);
}

function readPerpetual(coin: string, pair: string, linear: boolean): Instrument | null {
  const terms = futureTerms(coin, linear);
  return terms === null ? null : perpetual({ name: `${pair}-PERPETUAL`, ...terms });
}

function readFuture(coin: string, pair: string, linear: boolean, expiry: number): Instrument | null {
  const terms = futureTerms(coin, linear);
  return terms === null ? null : datedFuture({ name: `${pair}-${DAY_MONTH_YEAR.write(expiry)}`, ...terms }, expiry);
}

/** Options are one coin a contract; the inverse ones exist for the coins that have inverse futures. */
function readOption(
  coin: string,
  pair: string,
  linear: boolean,
  expiry: number,
  strike: number,
  right: OptionRight,
): Instrument | null {
  if (!linear && DERIBIT_INVERSE_USD[coin] === undefined) return null;
  const name = `${pair}-${DAY_MONTH_YEAR.write(expiry)}-${writeStrike(strike, DECIMAL_MARK)}-${right}`;
  const terms = linear
    ? ({ settlement: 'linear', currency: 'USDC' } as const)
    : ({ settlement: 'inverse', currency: coin } as const);
  return europeanOption({ name, underlying: coin, multiplier: 1, ...terms }, expiry, strike, right);
}

function spell({ type, underlying, settlement, expiry, strike, right }: Instrument): string | null {
  const pair = settlement === 'linear' ? `${underlying}_USDC` : underlying;
  if (type === 'spot') return pair;
  if (type === 'perpetual') return `${pair}-PERPETUAL`;
  const date = expiry === null ? null : DAY_MONTH_YEAR.write(expiry);
  if (date === null) return null;
  if (type === 'future') return `${pair}-${date}`;
  return strike === null ? null : `${pair}-${date}-${writeStrike(strike, DECIMAL_MARK)}-${right}`;
}

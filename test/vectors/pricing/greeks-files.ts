import type { OptionRight } from '../../../src/domain/index.js';
import { blackScholesMertonGreeks, type SpotGreeks } from '../../../src/pricing/greeks.js';
import { type CsvRow, figure, toleranceOf } from '../csv-table.js';
import { describesOptions, optionOf } from './option-row.js';
import { hasColumns, type PricingFileKind } from './pricing-file.js';

/** The greeks by the names that the files use, in lower case without blanks. */
const GREEKS: Readonly<Record<string, (greeks: SpotGreeks) => number>> = {
  value: (greeks) => greeks.price,
  price: (greeks) => greeks.price,
  delta: (greeks) => greeks.delta,
  deltafwd: (greeks) => greeks.deltaForward,
  gamma: (greeks) => greeks.gamma,
  gammafwd: (greeks) => greeks.gammaForward,
  theta: (greeks) => greeks.theta,
  thetaperday: (greeks) => greeks.theta / 365,
  vega: (greeks) => greeks.vega,
  rho: (greeks) => greeks.rho,
  dividendrho: (greeks) => greeks.dividendRho,
  elasticity: (greeks) => greeks.elasticity,
  // A percentage of the forward is the same percentage of spot.
  elasticityfwd: (greeks) => greeks.elasticity,
  itmcashprob: (greeks) => greeks.itmCashProbability,
  itmassetprob: (greeks) => greeks.itmAssetProbability,
  strikesensitivity: (greeks) => greeks.strikeSensitivity,
  strikegamma: (greeks) => greeks.strikeGamma,
  vanna: (greeks) => greeks.vanna,
  volga: (greeks) => greeks.volga,
};

/** One greek a row, with the option's terms in the row; Haug (1998) prints four decimals. */
export const spotGreeksFile: PricingFileKind = (_name, columns) => {
  if (!hasColumns(columns, 'greek', 'value') || !describesOptions(columns)) return null;
  return { compare: (row) => compareGreek(row, blackScholesMertonGreeks(optionOf(row)), 1e-4) };
};

/** One greek a row, of the single option that the file's name describes; published to 1e-12. */
export const namedGreeksFile: PricingFileKind = (name, columns) => {
  if (!hasColumns(columns, 'greek', 'value') || describesOptions(columns)) return null;
  const option = optionOfName(name);
  if (option === null) return { reason: 'the name gives no K, F, sd, df, S and T for its greeks' };
  const greeks = blackScholesMertonGreeks(option);
  return { compare: (row) => compareGreek(row, greeks, 1e-12) };
};

function compareGreek(row: CsvRow, greeks: SpotGreeks, byDefault: number) {
  const name = row.cells.greek ?? '';
  const read = GREEKS[name.toLowerCase().replace(/[\s_-]/g, '')];
  if (read === undefined) return { reason: `margo computes no greek called ${name}` };
  const theirs = figure(row, 'value');
  return [{ field: name, ours: read(greeks), theirs, tolerance: toleranceOf(row, byDefault, theirs) }];
}

/** `..._call_K105_F100_sd0.20_df0.95_S98_T1` as an option; null where a parameter is missing. */
function optionOfName(name: string) {
  const parts = name.replace(/\.csv$/i, '').split('_');
  const read = (key: string): number => {
    const part = parts.find((text) => new RegExp(`^${key}[-+]?[0-9.]+(e[-+]?[0-9]+)?$`).test(text));
    return part === undefined ? Number.NaN : Number(part.slice(key.length));
  };
  const right: OptionRight | null = parts.includes('call') ? 'C' : parts.includes('put') ? 'P' : null;
  const [strike, forward, stdDev, discount, spot, ttmYears] = [
    read('K'),
    read('F'),
    read('sd'),
    read('df'),
    read('S'),
    read('T'),
  ] as const;
  const known = [strike, forward, stdDev, discount, spot, ttmYears].every((value) => value > 0);
  if (right === null || !known) return null;
  const rate = -Math.log(discount) / ttmYears;
  const dividendYield = rate - Math.log(forward / spot) / ttmYears;
  return { right, spot, strike, volatility: stdDev / Math.sqrt(ttmYears), ttmYears, rate, dividendYield };
}

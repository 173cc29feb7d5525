import { type BestOfTwoOption, bestOfTwoOption } from '../../../src/pricing/best-of-two.js';
import {
  type ExchangeGreeks,
  type ExchangeOption,
  exchangeOptionGreeks,
} from '../../../src/pricing/exchange-option.js';
import { kirkSpreadOption } from '../../../src/pricing/spread-option.js';
import type { TwoAssets } from '../../../src/pricing/two-assets.js';
import { type CsvRow, figure, toleranceOf } from '../csv-table.js';
import type { Comparison } from '../vector-case.js';
import { rightOf } from './option-row.js';
import { hasColumns, type PricingFileKind } from './pricing-file.js';

const ASSET_COLUMNS = ['s1', 's2', 'q1', 'q2', 'r', 'T', 'v1', 'v2', 'rho'] as const;

function assetsOf(row: CsvRow): TwoAssets {
  return {
    spot1: figure(row, 's1'),
    spot2: figure(row, 's2'),
    volatility1: figure(row, 'v1'),
    volatility2: figure(row, 'v2'),
    dividendYield1: figure(row, 'q1'),
    dividendYield2: figure(row, 'q2'),
    correlation: figure(row, 'rho'),
    ttmYears: figure(row, 'T'),
    rate: figure(row, 'r'),
  };
}

/** The figures of the exchange file by its columns; where the source's is not the derivative, as the source counts it. */
const EXCHANGE_FIGURES: Readonly<
  Record<
    string,
    { readonly field: string; readonly ours: (g: ExchangeGreeks, option: Required<ExchangeOption>) => number }
  >
> = {
  value: { field: 'value', ours: (greeks) => greeks.price },
  delta1: { field: 'delta1', ours: (greeks) => greeks.delta1 },
  delta2: { field: 'delta2', ours: (greeks) => greeks.delta2 },
  gamma1: { field: 'gamma1 / quantity1', ours: (greeks, { quantity1 }) => greeks.gamma1 / quantity1 },
  gamma2: { field: 'gamma2 / quantity2', ours: (greeks, { quantity2 }) => greeks.gamma2 / quantity2 },
  theta: { field: 'theta, its carry times quantity', ours: thetaWithQuantities },
  rho_greek: { field: 'rho', ours: (greeks) => greeks.rho },
};

/**
 * The source (QuantLib's engine) multiplies the carry in theta by the quantities once more, though its deltas hold them;
 * with quantities of one this is theta.
 */
function thetaWithQuantities({ theta, delta1, delta2 }: ExchangeGreeks, option: Required<ExchangeOption>): number {
  const again1 = (option.quantity1 - 1) * option.dividendYield1 * option.spot1 * delta1;
  const again2 = (option.quantity2 - 1) * option.dividendYield2 * option.spot2 * delta2;
  return theta + again1 + again2;
}

/** Options to exchange one asset for another, with as many of the greeks as the file has; Haug (1998), three decimals. */
export const exchangeFile: PricingFileKind = (_name, columns) => {
  if (!hasColumns(columns, ...ASSET_COLUMNS, 'Q1', 'Q2', 'value')) return null;
  const checked = Object.entries(EXCHANGE_FIGURES).filter(([column]) => columns.has(column));
  return {
    compare: (row) => {
      const option = { ...assetsOf(row), quantity1: figure(row, 'Q1'), quantity2: figure(row, 'Q2') };
      const greeks = exchangeOptionGreeks(option);
      return checked.map(([column, { field, ours }]) => {
        const theirs = figure(row, column);
        return { field, ours: ours(greeks, option), theirs, tolerance: toleranceOf(row, 1e-3, theirs) };
      });
    },
  };
};

/** Options on the greater, the lesser or the difference of two assets; Haug (1998) and others, three decimals. */
export const twoAssetFile: PricingFileKind = (_name, columns) => {
  if (!hasColumns(columns, ...ASSET_COLUMNS, 'basket', 'type', 'strike', 'value')) return null;
  return { compare: compareBasket };
};

function compareBasket(row: CsvRow): readonly Comparison[] | { readonly reason: string } {
  const basket = row.cells.basket ?? '';
  const theirs = figure(row, 'value');
  const tolerance = toleranceOf(row, 1e-3, theirs);
  if (basket === 'SpreadBasket') {
    // The figures are Kirk's, an approximation: his formula is checked, and no true price.
    return [{ field: 'value (Kirk, an approximation)', ours: kirkOf(row), theirs, tolerance }];
  }
  const of: BestOfTwoOption['of'] | null = basket === 'MaxBasket' ? 'max' : basket === 'MinBasket' ? 'min' : null;
  if (of === null) return { reason: `margo knows no basket called ${basket || 'nothing'}` };
  const ours = bestOfTwoOption({ ...assetsOf(row), right: rightOf(row), of, strike: figure(row, 'strike') });
  return [{ field: 'value', ours, theirs, tolerance }];
}

/** The spots of a spread are futures prices: without yields they are forwards already. */
function kirkOf(row: CsvRow): number {
  const { spot1, spot2, rate, ttmYears, ...rest } = assetsOf(row);
  if (rest.dividendYield1 !== 0 || rest.dividendYield2 !== 0) throw new RangeError('a spread of futures has no yields');
  return kirkSpreadOption({
    right: rightOf(row),
    forward1: spot1,
    forward2: spot2,
    strike: figure(row, 'strike'),
    volatility1: rest.volatility1,
    volatility2: rest.volatility2,
    correlation: rest.correlation,
    ttmYears,
    discount: Math.exp(-rate * ttmYears),
  });
}

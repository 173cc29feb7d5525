import { blackScholesMerton } from '../../../src/pricing/black-scholes-merton.js';
import { black76 } from '../../../src/pricing/black76.js';
import { figure, toleranceOf } from '../csv-table.js';
import { describesOptions, optionOf, rightOf } from './option-row.js';
import { hasColumns, type PricingFileKind } from './pricing-file.js';

/** Black-76 by forward, standard deviation and discount factor; published to 1e-8. */
export const black76File: PricingFileKind = (_name, columns) => {
  if (!hasColumns(columns, 'type', 'strike', 'forward', 'stdDev', 'discount', 'value')) return null;
  return {
    compare: (row) => {
      const theirs = figure(row, 'value');
      const [forward, strike] = [figure(row, 'forward'), figure(row, 'strike')];
      const ours = black76(rightOf(row), forward, strike, figure(row, 'stdDev'), figure(row, 'discount'));
      return [{ field: 'value', ours, theirs, tolerance: toleranceOf(row, 1e-8, theirs) }];
    },
  };
};

/** European options on an asset with a yield; Haug (1998) prints four decimals. */
export const europeanFile: PricingFileKind = (name, columns) => {
  const other = hasColumns(columns, 'kind') || hasColumns(columns, 'greek') || name.startsWith('american');
  if (other || !describesOptions(columns) || !columns.has('value')) return null;
  return {
    compare: (row) => {
      const theirs = figure(row, 'value');
      const { right, spot, strike, volatility, ttmYears, rate, dividendYield } = optionOf(row);
      const ours = blackScholesMerton(right, spot, strike, volatility, ttmYears, rate, dividendYield);
      return [{ field: 'value', ours, theirs, tolerance: toleranceOf(row, 1e-4, theirs) }];
    },
  };
};

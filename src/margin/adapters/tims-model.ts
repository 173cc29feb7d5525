import type { MarketView, ValuedInstrument } from '../../scenario/index.js';
import type { MarginModel } from '../model-registry.js';
import { TIMS_FIGURE_RULES, TIMS_PARAMETER_SETS, type TimsValues, tims } from '../tims/index.js';
import { registered } from './registered.js';

/** Customer portfolio margin of US listed shares, funds, and their and index options. */
export const TIMS_MODEL: MarginModel = registered<TimsValues>({
  id: 'tims',
  title: 'US customer portfolio margin (OCC TIMS): ten valuation points, class, product and portfolio groups',
  parameterSets: TIMS_PARAMETER_SETS,
  figureRules: TIMS_FIGURE_RULES,
  looksAtHeldLines: false,
  refuses,
  restates: () => null,
  build: tims,
});

/** Why a securities account cannot hold a contract; futures and their options need a cross-margining account. */
function refuses({ instrument }: ValuedInstrument, view: MarketView): string | null {
  const { type, settlement, currency, underlying } = instrument;
  if (settlement === 'inverse') return 'is settled in a coin, and the account holds securities';
  if (type === 'perpetual') return 'is a perpetual, and the account holds securities';
  if (type === 'future') return 'is a future, which counts only in a cross-margining account';
  if (currency !== 'USD') return `is priced in ${currency}, not in US dollars`;
  const source = view.levels.get(underlying)?.source;
  return type === 'option' && source !== 'index' && source !== 'spot'
    ? `is an option on a future (no row of the market is ${underlying} itself), which counts only in a cross-margining account`
    : null;
}

import { type FigureRule, oneOf, text } from '../figures/index.js';
import type { ParameterSet } from '../parameter-set.js';
import type { SimmSelection, SimmSide } from './net-sensitivities.js';
import { SIMM_PARAMETER_SETS } from './simm-parameter-sets.js';
import type { SimmTerms } from './simm-terms.js';
import { simmVersion } from './simm-version.js';

/** The regulation that means: the one that asks for most. */
export const WORST = 'worst';

const CURRENCIES = [
  ...['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'AUD', 'CAD', 'NZD', 'SEK', 'NOK', 'DKK', 'HKD', 'SGD', 'KRW', 'TWD', 'CNY'],
  ...['INR', 'BRL', 'MXN', 'ZAR', 'TRY', 'RUB', 'PLN', 'CZK', 'HUF', 'ILS', 'THB', 'MYR', 'IDR', 'PHP', 'CLP', 'COP'],
];

const SIDES: Readonly<Record<string, SimmSide>> = { collect: 'call', post: 'post' };

/** What is chosen of a margin by SIMM. The calibration is ISDA's, and comes with the version as a whole. */
export interface SimmSettings {
  readonly version: string;
  /** `collect` what the owner of the file is handed, `post` what it hands over. */
  readonly side: string;
  readonly horizonDays: number;
  readonly calculationCurrency: string;
  /** A regime by the name that the file gives it, or `worst`. */
  readonly regulation: string;
}

/** Each shipped version with the settings of most; the newest first. */
export const SIMM_SETTING_SETS: readonly ParameterSet<SimmSettings>[] = SIMM_PARAMETER_SETS.map(
  ({ id, venue, effectiveDate, source, confidence, version }) => ({
    ...{ id, venue, effectiveDate, source, confidence },
    values: { version, side: 'collect', horizonDays: 10, calculationCurrency: 'USD', regulation: WORST },
  }),
);

/** What the figures of `simm` must be. */
export const SIMM_FIGURE_RULES: Readonly<Record<keyof SimmSettings, FigureRule>> = {
  version: oneOf(SIMM_PARAMETER_SETS.map(({ version }) => version)),
  side: oneOf(Object.keys(SIDES)),
  horizonDays: { shape: 'number', expected: '1 or 10', whole: true, holds: (days) => days === 1 || days === 10 },
  calculationCurrency: oneOf(CURRENCIES),
  regulation: text(40),
};

export function sideOf({ side }: SimmSettings): SimmSide {
  return SIDES[side]!;
}

export function termsOf({ version, horizonDays, calculationCurrency }: SimmSettings): SimmTerms {
  const { values } = simmVersion(version)!;
  return { values, horizon: horizonDays === 1 ? 'oneDay' : 'tenDay', calculationCurrency };
}

/**
 * The rows that count, once for each regime that a margin is worked out for: the one asked for, or each that the rows name;
 * all rows at once where they name none.
 */
export function selectionsOf(settings: SimmSettings, regimes: readonly string[]): readonly SimmSelection[] {
  const side = sideOf(settings);
  if (settings.regulation !== WORST) return [{ side, regulation: settings.regulation }];
  return regimes.length === 0 ? [{ side }] : regimes.map((regulation) => ({ side, regulation }));
}

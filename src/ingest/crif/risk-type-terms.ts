import type { CrifRiskType } from '../../domain/index.js';

/** What a field of a row may hold: one of some words, or a text of some form. */
export interface TermRule {
  readonly accepts: readonly string[] | RegExp;
  /** Finishes the sentence "expected ...". */
  readonly expected: string;
  readonly mayBeBlank?: true;
}

/** The fields a risk type needs beside its product class; a field without a rule is not looked at. */
export interface RiskTypeTerms {
  readonly qualifier: TermRule;
  readonly bucket?: TermRule;
  readonly label1?: TermRule;
  readonly label2?: TermRule;
}

const words = (accepts: readonly string[]): TermRule => ({ accepts, expected: accepts.join(', ') });

const upTo = (last: number, residual: boolean): TermRule => {
  const numbers = Array.from({ length: last }, (_, k) => String(k + 1));
  const expected = `1 to ${last}${residual ? ' or Residual' : ''}`;
  return { accepts: residual ? [...numbers, 'Residual'] : numbers, expected };
};

const CURRENCY: TermRule = { accepts: /^[A-Z]{3}$/, expected: 'a currency such as USD' };
const PAIR: TermRule = { accepts: /^(?!(...)\1)[A-Z]{6}$/, expected: 'two currencies such as EURUSD' };
const NAME: TermRule = { accepts: /./, expected: 'a name' };
const GROUP: TermRule = { accepts: /^/, expected: 'any text', mayBeBlank: true };
const SUB_CURVE = words(['OIS', 'Libor1m', 'Libor3m', 'Libor6m', 'Libor12m', 'Prime', 'Municipal']);
const TENOR = words(['2w', '1m', '3m', '6m', '1y', '2y', '3y', '5y', '10y', '15y', '20y', '30y']);
const CREDIT_TENOR = words(['1y', '2y', '3y', '5y', '10y']);
const CREDIT: RiskTypeTerms = { qualifier: NAME, bucket: upTo(12, true), label1: CREDIT_TENOR, label2: GROUP };
const SECURITISED: RiskTypeTerms = { ...CREDIT, bucket: upTo(2, true) };
const EQUITY: RiskTypeTerms = { qualifier: NAME, bucket: upTo(12, true) };
const COMMODITY: RiskTypeTerms = { qualifier: NAME, bucket: upTo(17, false) };

/**
 * What each risk type's fields hold, the same in versions 2.2 to 2.8. Buckets of interest rates are not read: the group of
 * a currency follows from the parameters.
 *
 * SOURCE: ISDA, "Common Risk Interchange Format" (risk data standards), sections on risk types.
 */
export const RISK_TYPE_TERMS: Readonly<Record<CrifRiskType, RiskTypeTerms>> = {
  Risk_IRCurve: { qualifier: CURRENCY, label1: TENOR, label2: SUB_CURVE },
  Risk_Inflation: { qualifier: CURRENCY },
  Risk_XCcyBasis: { qualifier: CURRENCY },
  Risk_IRVol: { qualifier: CURRENCY, label1: TENOR },
  Risk_InflationVol: { qualifier: CURRENCY, label1: TENOR },
  Risk_CreditQ: CREDIT,
  Risk_CreditVol: CREDIT,
  Risk_BaseCorr: { qualifier: NAME },
  Risk_CreditNonQ: SECURITISED,
  Risk_CreditVolNonQ: SECURITISED,
  Risk_Equity: EQUITY,
  Risk_EquityVol: { ...EQUITY, label1: TENOR },
  Risk_Commodity: COMMODITY,
  Risk_CommodityVol: { ...COMMODITY, label1: TENOR },
  Risk_FX: { qualifier: CURRENCY },
  Risk_FXVol: { qualifier: PAIR, label1: TENOR },
};

/** A field's text as the rule writes it, or null where the rule does not accept it. */
export function acceptedTerm(text: string, { accepts, mayBeBlank }: TermRule): string | null {
  if (text === '') return mayBeBlank === true ? '' : null;
  if (accepts instanceof RegExp) return accepts.test(text) ? text : null;
  if (accepts.includes(text)) return text;
  const wanted = text.toLowerCase();
  return accepts.find((word) => word.toLowerCase() === wanted) ?? null;
}

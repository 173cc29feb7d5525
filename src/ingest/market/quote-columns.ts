import { TERM_COLUMNS } from '../terms/term-columns.js';

/** The columns of the market file; the descriptive ones come last. */
export const QUOTE_COLUMNS = [
  'instrument',
  'bid',
  'bid_size',
  'ask',
  'ask_size',
  'mark',
  'iv',
  'underlying_price',
  'rate',
  'dividend_yield',
  'tick',
  'lot',
  'fee',
  'confidence',
  'timestamp',
  'venue',
  ...TERM_COLUMNS,
] as const;

export type QuoteColumn = (typeof QUOTE_COLUMNS)[number];

/** The slot of a column of the market file. */
export function quoteSlot(column: QuoteColumn): number {
  return QUOTE_COLUMNS.indexOf(column);
}

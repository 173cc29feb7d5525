import type { TableLayout } from '../table/table-layout.js';

const COLUMNS = [
  'RiskType',
  'ProductClass',
  'Qualifier',
  'Bucket',
  'Label1',
  'Label2',
  'Amount',
  'AmountCurrency',
  'AmountUSD',
  'IMModel',
  'TradeID',
  'PortfolioID',
  'CollectRegulations',
  'PostRegulations',
  'EndDate',
] as const;

export type CrifColumn = (typeof COLUMNS)[number];

/** The columns of a CRIF file. Other programs' copies hold more, which say nothing about the margin. */
export const CRIF_LAYOUT: TableLayout = {
  known: COLUMNS,
  required: ['RiskType'],
  ignored: ['ValuationDate', 'id', 'kind', 'IMLedis', 'TradeType', 'Notes'],
  others: 'closed',
  rowsAre: 'RiskType, ProductClass, Qualifier, Bucket, Label1, Label2, and an amount in USD',
};

/** Where the layout has a column. */
export function crifSlot(column: CrifColumn): number {
  return COLUMNS.indexOf(column);
}

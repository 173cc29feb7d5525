import type { TableLayout } from '../table/table-layout.js';

const ASSET_COLUMNS = ['asset', 'amount', 'price', 'funding_cost', 'lot', 'minimum'] as const;
const VENUE_COLUMNS = ['venue', 'requirement', 'positions', 'market', 'model'] as const;

/** Rows of assets; further columns are `haircut.VENUE`, `cap.VENUE` and `funding_cost.VENUE`. */
export const ASSET_LAYOUT: TableLayout = {
  known: ASSET_COLUMNS,
  required: ['asset', 'amount'],
  others: 'open',
  rowsAre: 'one row per asset: asset, amount, price, funding_cost, haircut.VENUE',
};

/** Rows of venues; in JSON alone. */
export const VENUE_LAYOUT: TableLayout = {
  known: VENUE_COLUMNS,
  required: ['venue'],
  others: 'closed',
  rowsAre: 'one row per venue: venue, requirement',
};

/** The slot of a column of assets. */
export const assetSlot = (column: (typeof ASSET_COLUMNS)[number]): number => ASSET_COLUMNS.indexOf(column);

/** The slot of a column of venues. */
export const venueSlot = (column: (typeof VENUE_COLUMNS)[number]): number => VENUE_COLUMNS.indexOf(column);

const TERM_COLUMN = /^(haircut|cap|funding[_ ]?cost)\.(.+)$/i;

/** Which term of which venue an open column of assets holds; null where it is none. */
export function termColumn(
  name: string,
): { readonly term: 'haircut' | 'cap' | 'fundingCost'; readonly venue: string } | null {
  const [, word = '', venue = ''] = TERM_COLUMN.exec(name) ?? [];
  if (venue === '') return null;
  const term = word.toLowerCase();
  return { term: term === 'haircut' || term === 'cap' ? term : 'fundingCost', venue: venue.trim() };
}

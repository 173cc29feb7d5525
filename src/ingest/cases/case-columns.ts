import type { WholeFigure } from '../../domain/index.js';
import type { TableLayout } from '../table/table-layout.js';

/** Members of a case that name a file, or in JSON hold what the file would. */
export const INPUT_COLUMNS = ['positions', 'market', 'account', 'correlations', 'prices'] as const;

export type InputColumn = (typeof INPUT_COLUMNS)[number];

/** The columns that hold reported figures of the whole book, and what they report. */
export const FIGURE_COLUMNS: Readonly<Record<string, WholeFigure>> = {
  initial_margin: 'initialMargin',
  maintenance_margin: 'maintenanceMargin',
  net_initial: 'netInitial',
  net_maintenance: 'netMaintenance',
  value: 'value',
};

const NAMES = ['case', 'name', 'model', 'source', 'as_of', 'currency', 'venue'] as const;

const CASE_COLUMNS = [...NAMES, ...INPUT_COLUMNS, ...Object.keys(FIGURE_COLUMNS)];

/** Further columns are `component.NAME`, `scenario.NAME` and `set.FIGURE`. */
export const CASE_LAYOUT: TableLayout = {
  known: CASE_COLUMNS,
  required: [],
  others: 'open',
  rowsAre: 'one row per case: case, model, positions, market and what the venue reports',
};

/** The slot of a column that every cases file may have. */
export function caseSlot(column: string): number {
  const slot = CASE_COLUMNS.indexOf(column);
  if (slot === -1) throw new RangeError(`a case has no column '${column}'`);
  return slot;
}

const OPEN_COLUMN = /^(component|scenario|set)\.(.+)$/i;

/** What a column beyond those holds: a reported part or a figure of the model; null where it is not known. */
export function openColumn(name: string): { readonly kind: 'component' | 'scenario' | 'set'; part: string } | null {
  const [, kind = '', part = ''] = OPEN_COLUMN.exec(name) ?? [];
  return part === '' ? null : { kind: kind.toLowerCase() as 'component' | 'scenario' | 'set', part: part.trim() };
}

import { cell } from './cell.js';
import type { Cell, TableBlock } from './report.js';

/** A column and how its cell is made from a row. */
export interface ColumnOf<T> {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly rank?: number;
  readonly note?: string;
  readonly of: (row: T) => Cell | string;
}

export interface TableChoices<T> {
  readonly limit?: number;
  /** What the rows are called when some are left out. */
  readonly noun?: string;
  readonly detailTitle?: string;
  readonly detail?: (row: T) => string;
  readonly foldable?: true;
}

/** A table of the first `limit` rows; text columns are told by `align: 'left'`, numbers are right-aligned. */
export function tableOf<T>(
  columns: readonly ColumnOf<T>[],
  rows: readonly T[],
  choices: TableChoices<T> = {},
): TableBlock {
  const shown = rows.slice(0, choices.limit ?? rows.length);
  const left = rows.length - shown.length;
  return {
    kind: 'table',
    columns: columns.map(({ title, align, rank, note }) => ({
      title,
      align: align ?? 'right',
      rank: rank ?? 0,
      note: note ?? null,
    })),
    rows: shown.map((row) => ({
      cells: columns.map((column) => {
        const made = column.of(row);
        return typeof made === 'string' ? cell(made) : made;
      }),
      detail: choices.detail?.(row) ?? null,
    })),
    detailTitle: choices.detailTitle ?? null,
    omitted: left > 0 ? `${left} more ${choices.noun ?? 'rows'} not shown; --json has them all` : null,
    ...(choices.foldable === true ? { foldable: true } : {}),
  };
}

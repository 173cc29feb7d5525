/** A column that wants room: its natural width, how narrow it may get, and its rank (highest is dropped first, 0 never). */
export interface WantedColumn {
  readonly natural: number;
  /** Equal to `natural` for numbers, which are never cut. */
  readonly comfortable: number;
  readonly least: number;
  readonly rank: number;
}

/** Widths by column, null for a column that is dropped. */
export type FittedColumns = readonly (number | null)[];

/**
 * Fits columns into `width`, `gap` between neighbours: texts shrink while they stay comfortable, then columns of high rank go,
 * then texts shrink to the least. What still does not fit is returned too wide for the writer to cut.
 */
export function fitColumns(columns: readonly WantedColumn[], width: number, gap: number): FittedColumns {
  let kept = columns.map((_, i) => i);
  for (;;) {
    const fitted = shrink(
      kept.map((i) => columns[i]!),
      room(kept, width, gap),
      (column) => column.comfortable,
    );
    if (fitted !== null) return spread(columns.length, kept, fitted);
    const dropped = highestRank(columns, kept);
    if (dropped === null) break;
    kept = kept.filter((i) => i !== dropped);
  }
  const last = kept.map((i) => columns[i]!);
  const least = shrink(last, room(kept, width, gap), (column) => column.least) ?? last.map((column) => column.least);
  return spread(columns.length, kept, least);
}

function room(kept: readonly number[], width: number, gap: number): number {
  return width - gap * Math.max(0, kept.length - 1);
}

/** Takes columns off the widest shrinkable one until all fit; null when they cannot. */
function shrink(
  columns: readonly WantedColumn[],
  available: number,
  floor: (column: WantedColumn) => number,
): number[] | null {
  const widths = columns.map((column) => column.natural);
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  while (excess > 0) {
    let widest = -1;
    columns.forEach((column, i) => {
      if (widths[i]! > floor(column) && (widest < 0 || widths[i]! > widths[widest]!)) widest = i;
    });
    if (widest < 0) return null;
    widths[widest]!--;
    excess--;
  }
  return widths;
}

function highestRank(columns: readonly WantedColumn[], kept: readonly number[]): number | null {
  let highest: number | null = null;
  for (const i of kept) {
    const rank = columns[i]!.rank;
    if (rank > 0 && (highest === null || rank >= columns[highest]!.rank)) highest = i;
  }
  return highest;
}

function spread(count: number, kept: readonly number[], widths: readonly number[]): FittedColumns {
  const all: (number | null)[] = new Array<number | null>(count).fill(null);
  kept.forEach((column, i) => {
    all[column] = widths[i]!;
  });
  return all;
}

import Table from 'cli-table3';

type GridCell = string | { readonly content: string; readonly colSpan: number };

export const GRID_GAP = 2;

const NO_BORDER = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GRID_GAP),
};

/** Rows of cells as lines of text without a border; cells have been cut to their widths already. */
export function drawGrid(
  rows: readonly (readonly GridCell[])[],
  widths: readonly number[],
  aligns: readonly ('left' | 'right')[],
): string[] {
  if (rows.length === 0) return [];
  const table = new Table({
    chars: NO_BORDER,
    // Empty lists keep cli-table3 from colouring on its own.
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colWidths: [...widths],
    colAligns: [...aligns],
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

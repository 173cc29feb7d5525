import type { TableBlock } from '../report/report.js';
import { textWidth } from './fit-text.js';

const LONGEST_LABEL = 28;

/**
 * A table as several that fit into `width` each, the first column repeated; rows that would say nothing in a part are left out
 * of it. The note on what was left out stays with the last.
 */
export function foldTable(block: TableBlock, width: number, gap: number): TableBlock[] {
  const widths = block.columns.map(({ title }, i) =>
    Math.max(textWidth(title), ...block.rows.map((row) => textWidth(row.cells[i]?.text ?? ''))),
  );
  const label = Math.min(widths[0] ?? 0, LONGEST_LABEL);
  const groups: number[][] = [];
  let used = Infinity;
  for (let i = 1; i < widths.length; i++) {
    used += gap + widths[i]!;
    if (used > width) {
      groups.push([]);
      used = label + gap + widths[i]!;
    }
    groups.at(-1)!.push(i);
  }
  if (groups.length <= 1) return [block];
  return groups.map((columns, g) => partOf(block, columns, g === groups.length - 1));
}

function partOf(block: TableBlock, columns: readonly number[], last: boolean): TableBlock {
  const kept = [0, ...columns];
  const rows = block.rows
    .map((row) => ({ ...row, cells: kept.map((i) => row.cells[i]!) }))
    .filter(({ cells }) => cells.slice(1).some(({ text }) => text !== ''));
  return { ...block, columns: kept.map((i) => block.columns[i]!), rows, omitted: last ? block.omitted : null };
}

import type { TableBlock } from '../report/report.js';
import { drawGrid, GRID_GAP } from './draw-grid.js';
import { fitColumns, type WantedColumn } from './fit-columns.js';
import { cutText, textWidth, wrapText } from './fit-text.js';
import { foldTable } from './fold-table.js';
import type { Palette } from './palette.js';

const COMFORTABLE_TEXT = 20;
const COMFORTABLE_TITLE = 10;
const LEAST = 8;
const DETAIL_INDENT = '  ';

/** A table: titles, a rule of dashes, rows; a row's detail below it over the whole width. One that may fold does where it must. */
export function tableLines(block: TableBlock, width: number, palette: Palette): string[] {
  const parts = block.foldable === true ? foldTable(block, width, GRID_GAP) : [block];
  return parts.flatMap((part, i) => [...(i === 0 ? [] : ['']), ...partLines(part, width, palette)]);
}

function partLines(block: TableBlock, width: number, palette: Palette): string[] {
  const fitted = fitColumns(
    block.columns.map((_, i) => wanted(block, i)),
    width,
    GRID_GAP,
  );
  const kept = block.columns.map((_, i) => i).filter((i) => fitted[i] !== null);
  const widths = kept.map((i) => fitted[i]!);
  const aligns = kept.map((i) => block.columns[i]!.align);
  const total = widths.reduce((sum, w) => sum + w, 0) + GRID_GAP * (widths.length - 1);
  const detailWidth = Math.max(total, Math.min(width, 76)) - DETAIL_INDENT.length;

  const head = kept.map((i, k) => palette.tone('strong', cutText(block.columns[i]!.title, widths[k]!)));
  const lines = drawGrid([head, widths.map((w) => '-'.repeat(w))], widths, aligns);
  // Rows with a detail are drawn one by one, because the detail may be wider than the table.
  for (const row of block.rows) {
    const cells = kept.map((i, k) => {
      const cell = row.cells[i]!;
      return palette.tone(cell.tone, cutText(cell.text, widths[k]!));
    });
    lines.push(...drawGrid([cells], widths, aligns));
    if (row.detail !== null && row.detail !== '') {
      lines.push(...wrapText(row.detail, detailWidth).map((text) => DETAIL_INDENT + palette.tone('muted', text)));
    }
  }
  const remarks = [block.omitted, ...kept.map((i) => block.columns[i]!.note)].filter((text) => text !== null);
  lines.push(...remarks.flatMap((text) => wrapText(text, width)).map((text) => palette.tone('muted', text)));
  return lines;
}

function wanted(block: TableBlock, i: number): WantedColumn {
  const { title, align, rank } = block.columns[i]!;
  const body = Math.max(1, ...block.rows.map((row) => textWidth(row.cells[i]?.text ?? '')));
  const natural = Math.max(body, textWidth(title));
  // Numbers are right-aligned and must stay whole; only their title may be cut.
  const floor = (most: number) =>
    align === 'left' ? Math.min(natural, most) : Math.max(body, Math.min(natural, most));
  return {
    natural,
    comfortable: floor(align === 'left' ? COMFORTABLE_TEXT : COMFORTABLE_TITLE),
    least: floor(LEAST),
    rank,
  };
}

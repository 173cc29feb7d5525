import type { Block, FactsBlock, HeatMapBlock, TreeBlock } from '../report/report.js';
import { chartLines } from './chart-lines.js';
import { drawGrid, GRID_GAP } from './draw-grid.js';
import { cutText, textWidth, wrapText } from './fit-text.js';
import type { Palette } from './palette.js';
import { tableLines } from './table-lines.js';

/** One block as lines of at most `width` columns. */
export function blockLines(block: Block, width: number, palette: Palette): string[] {
  switch (block.kind) {
    case 'table':
      return tableLines(block, width, palette);
    case 'facts':
      return factsLines(block, width, palette);
    case 'tree':
      return treeLines(block, width, palette);
    case 'heat-map':
      return heatMapLines(block, width, palette);
    case 'chart':
      return chartLines(block, width);
    case 'text':
      return wrapText(block.text, width).map((line) => palette.tone(block.tone, line));
  }
}

function factsLines(block: FactsBlock, width: number, palette: Palette): string[] {
  const label = widest(block.facts.map((fact) => fact.label));
  const value = widest(block.facts.map((fact) => fact.value.text));
  const note = Math.max(1, width - label - value - 2 * GRID_GAP);
  return drawGrid(
    block.facts.map((fact) => [
      fact.label,
      palette.tone(fact.value.tone, fact.value.text),
      palette.tone('muted', cutText(fact.note, note)),
    ]),
    [label, value, note],
    ['left', 'right', 'left'],
  );
}

function treeLines(block: TreeBlock, width: number, palette: Palette): string[] {
  const amount = widest(block.lines.map((line) => line.amount));
  const names = block.lines.map((line) => `${line.branch}${line.active ? '* ' : ''}${line.name}`);
  const name = Math.min(widest(names), width - amount - GRID_GAP);
  const rows = block.lines.map((line, i) => {
    const tone = line.active || line.depth === 0 ? 'plain' : 'muted';
    return [palette.tone(tone, cutText(names[i]!, name)), palette.tone(tone, line.amount)];
  });
  return [...drawGrid(rows, [name, amount], ['left', 'right']), palette.tone('muted', cutText(block.legend, width))];
}

function heatMapLines(block: HeatMapBlock, width: number, palette: Palette): string[] {
  const label = widest([block.rowTitle, ...block.rows.map((row) => row.label)]);
  const text = (cell: { text: string; heat: number }) => `${cell.text} ${marks(cell.heat)}`;
  const columns = block.columns.map((title, i) =>
    widest([title, ...block.rows.map((row) => (row.cells[i] === undefined ? '' : text(row.cells[i])))]),
  );
  const widths = [label, ...columns];
  const aligns = widths.map(() => 'right' as const);
  const rows = block.rows.map((row) => [
    row.label,
    ...row.cells.map((cell, i) => palette.heat(cell.heat, text(cell).padStart(columns[i] ?? 0))),
  ]);
  return [
    ...wrapText(block.caption, width).map((line) => palette.tone('strong', line)),
    ...drawGrid([[block.rowTitle, ...block.columns], widths.map((w) => '-'.repeat(w)), ...rows], widths, aligns),
    ...wrapText(block.legend, width).map((line) => palette.tone('muted', line)),
  ];
}

/** The size of a figure without colour: `---` to `+++`, always three columns so that numbers line up. */
function marks(heat: number): string {
  return (heat < 0 ? '-' : '+').repeat(Math.abs(heat)).padEnd(3);
}

function widest(texts: readonly string[]): number {
  return Math.max(1, ...texts.map(textWidth));
}

import type { Block, Section } from '../../../src/render/report/report.js';

/** A section's words and figures without layout: one line per row, cells joined by bars; empty for no section. */
export function sectionText(section: Section | null): string[] {
  return section === null ? [] : section.blocks.flatMap(blockText);
}

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'facts':
      return block.facts.map((fact) => [fact.label, fact.value.text, fact.note].join(' | '));
    case 'tree':
      return block.lines.map((line) => `${line.branch}${line.active ? '* ' : ''}${line.name} | ${line.amount}`);
    case 'heat-map':
      return block.rows.map((row) =>
        [row.label, ...row.cells.map((cell) => `${cell.text} (${cell.heat})`)].join(' | '),
      );
    case 'chart':
      return block.curve.map(({ x, y }) => `${x} | ${y}`);
    case 'table':
      return [
        block.columns.map((column) => column.title).join(' | '),
        ...block.rows.map((row) => row.cells.map((cell) => cell.text).join(' | ')),
        ...(block.omitted === null ? [] : [block.omitted]),
      ];
  }
}

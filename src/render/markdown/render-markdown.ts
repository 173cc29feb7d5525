import type { Envelope } from '../../schema/index.js';
import { buildReport } from '../report/build-report.js';
import type { Block, Cell, ChartBlock, HeatMapBlock, TableBlock, TreeBlock } from '../report/report.js';
import { PAGE_DETAIL } from '../report/report-detail.js';
import { chartLines } from '../table/chart-lines.js';
import { escapeMarkdown, escapeMarkdownParagraph } from './escape-markdown.js';

/** Columns of a chart. */
const CHART_WIDTH = 76;

/** A document as a Markdown page (GitHub tables) for a nightly report: summary on top, most important section first. */
export async function renderMarkdown(document: Envelope<unknown>): Promise<string> {
  const report = await buildReport(document, PAGE_DETAIL);
  const parts = [
    `# ${escapeMarkdown(report.title)}`,
    `**${escapeMarkdown(report.summary.text)}**`,
    escapeMarkdownParagraph(report.basis),
    ...report.sections.flatMap((section) => [
      `## ${escapeMarkdown(section.title)}`,
      ...section.blocks.map(blockText).filter((text) => text !== ''),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'table':
      return tableText(block);
    case 'facts':
      return grid(
        ['', '', ''],
        ['left', 'right', 'left'],
        block.facts.map((fact) => [escapeMarkdown(fact.label), marked(fact.value), escapeMarkdown(fact.note)]),
      );
    case 'tree':
      return treeText(block);
    case 'heat-map':
      return heatMapText(block);
    case 'chart':
      return chartText(block);
    case 'text':
      return escapeMarkdownParagraph(block.text);
  }
}

function tableText(block: TableBlock): string {
  const withDetail = block.detailTitle !== null;
  const text = grid(
    [...block.columns.map((column) => column.title), ...(withDetail ? [block.detailTitle] : [])],
    [...block.columns.map((column) => column.align), ...(withDetail ? (['left'] as const) : [])],
    block.rows.map((row) => [...row.cells.map(marked), ...(withDetail ? [escapeMarkdown(row.detail ?? '')] : [])]),
  );
  const remarks = [block.omitted, ...block.columns.map((column) => column.note)].filter((remark) => remark !== null);
  return [text, ...remarks.map(escapeMarkdownParagraph)].join('\n\n');
}

/** Fixed-width characters, which four blanks keep from being read as anything else. */
function chartText(block: ChartBlock): string {
  return chartLines(block, CHART_WIDTH)
    .map((line) => `    ${line}`)
    .join('\n');
}

function treeText(block: TreeBlock): string {
  const lines = block.lines.map((line) => {
    const name = escapeMarkdown(line.name);
    const amount = line.amount === '' ? '' : `: ${line.amount}`;
    return `${'  '.repeat(line.depth)}- ${line.active ? `**${name}**` : name}${amount}`;
  });
  return `${lines.join('\n')}\n\n${escapeMarkdown(block.legend.replace(/^\* /, 'bold: '))}`;
}

function heatMapText(block: HeatMapBlock): string {
  const table = grid(
    [block.rowTitle, ...block.columns],
    [block.rowTitle, ...block.columns].map(() => 'right' as const),
    block.rows.map((row) => [escapeMarkdown(row.label), ...row.cells.map((cell) => cell.text)]),
  );
  return `${escapeMarkdownParagraph(block.caption)}\n\n${table}`;
}

/** `titles` are texts; the cells of `rows` are Markdown already. */
function grid(
  titles: readonly string[],
  aligns: readonly ('left' | 'right')[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(titles.map(escapeMarkdown)),
    line(aligns.map((align) => (align === 'right' ? '---:' : ':---'))),
    ...rows.map(line),
  ].join('\n');
}

function marked(cell: Cell): string {
  const text = escapeMarkdown(cell.text.trim());
  return cell.tone === 'strong' && text !== '' ? `**${text}**` : text;
}

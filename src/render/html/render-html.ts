import type { Envelope } from '../../schema/index.js';
import { buildReport } from '../report/build-report.js';
import type { Block, Cell, FactsBlock, HeatMapBlock, TableBlock } from '../report/report.js';
import { PAGE_DETAIL } from '../report/report-detail.js';
import { chartHtml } from './chart-html.js';
import { escapeHtml } from './escape-html.js';
import { PAGE_STYLE } from './page-style.js';
import { treeHtml } from './tree-html.js';

/** A document as one self-contained page without scripts: summary on top, most important section first. */
export async function renderHtml(document: Envelope<unknown>): Promise<string> {
  const report = await buildReport(document, PAGE_DETAIL);
  const sections = report.sections.map(
    (section) =>
      `<section>\n<h2>${escapeHtml(section.title)}</h2>\n${section.blocks.map(blockHtml).join('\n')}\n</section>\n`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(report.title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<h1>${escapeHtml(report.title)}</h1>
<p class="basis">${escapeHtml(report.basis)}</p>
<p class="summary ${report.summary.tone}">${escapeHtml(report.summary.text)}</p>
${sections.join('')}</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'table':
      return tableHtml(block);
    case 'facts':
      return factsHtml(block);
    case 'tree':
      return treeHtml(block);
    case 'heat-map':
      return heatMapHtml(block);
    case 'chart':
      return chartHtml(block);
    case 'text':
      return `<p class="${block.tone}">${escapeHtml(block.text)}</p>`;
  }
}

function tableHtml(block: TableBlock): string {
  const titles = block.columns.map((column) => th(column.title, column.align === 'right'));
  if (block.detailTitle !== null) titles.push(th(block.detailTitle, false));
  const rows = block.rows.map((row) => {
    const cells = row.cells.map((cell, i) => td(cell, block.columns[i]?.align === 'right'));
    if (block.detailTitle !== null) cells.push(td({ text: row.detail ?? '', tone: 'muted' }, false));
    return `<tr>${cells.join('')}</tr>`;
  });
  const remarks = [block.omitted, ...block.columns.map((column) => column.note)].filter((remark) => remark !== null);
  return [tableTag('', titles, rows), ...remarks.map((remark) => `<p class="muted">${escapeHtml(remark)}</p>`)].join(
    '\n',
  );
}

function factsHtml(block: FactsBlock): string {
  const rows = block.facts.map(
    (fact) =>
      `<tr>${th(fact.label, false)}${td(fact.value, true)}${td({ text: fact.note, tone: 'muted' }, false)}</tr>`,
  );
  return tableTag('', [], rows);
}

function heatMapHtml(block: HeatMapBlock): string {
  const titles = [block.rowTitle, ...block.columns].map((title) => th(title, true));
  const rows = block.rows.map((row) => {
    const cells = row.cells.map((cell) => `<td class="n h${cell.heat}">${escapeHtml(cell.text)}</td>`);
    return `<tr>${th(row.label, true)}${cells.join('')}</tr>`;
  });
  return tableTag(block.caption, titles, rows);
}

function tableTag(caption: string, titles: readonly string[], rows: readonly string[]): string {
  const top = caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>\n`;
  const head = titles.length === 0 ? '' : `<thead><tr>${titles.join('')}</tr></thead>\n`;
  return `<div class="scroll"><table>\n${top}${head}<tbody>\n${rows.join('\n')}\n</tbody></table></div>`;
}

function th(text: string, number: boolean): string {
  return `<th${number ? ' class="n"' : ''}>${escapeHtml(text)}</th>`;
}

function td(cell: Cell, number: boolean): string {
  const classes = [...(number ? ['n'] : []), ...(cell.tone === 'plain' ? [] : [cell.tone])].join(' ');
  return `<td${classes === '' ? '' : ` class="${classes}"`}>${escapeHtml(cell.text)}</td>`;
}

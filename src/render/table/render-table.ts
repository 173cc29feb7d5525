import type { Envelope } from '../../schema/index.js';
import { buildReport } from '../report/build-report.js';
import type { Block } from '../report/report.js';
import { TERMINAL_DETAIL } from '../report/report-detail.js';
import { blockLines } from './block-lines.js';
import { wrapText } from './fit-text.js';
import { paletteFor } from './palette.js';

const NARROWEST = 60;

/** A document for a terminal: no line longer than `width` columns (at least 60), the most important section and the summary last. */
export async function renderTable(document: Envelope<unknown>, width: number, color: boolean): Promise<string> {
  const report = await buildReport(document, TERMINAL_DETAIL);
  const palette = paletteFor(color);
  const columns = Math.max(NARROWEST, Math.floor(width));
  const lines = [
    ...wrapText(report.title, columns).map((line) => palette.tone('strong', line)),
    ...wrapText(report.basis, columns).map((line) => palette.tone('muted', line)),
  ];
  for (const section of report.sections.toReversed()) {
    lines.push('', ...wrapText(section.title.toUpperCase(), columns).map((line) => palette.heading(line)));
    section.blocks.forEach((block, i) => {
      const above = section.blocks[i - 1];
      // A sentence stays with the table below it, a muted remark with the table above it.
      if (above !== undefined && above.kind !== 'text' && !isRemark(block)) lines.push('');
      lines.push(...blockLines(block, columns, palette));
    });
  }
  lines.push('', ...wrapText(report.summary.text, columns).map((line) => palette.tone(report.summary.tone, line)));
  return `${lines.join('\n')}\n`;
}

function isRemark(block: Block): boolean {
  return block.kind === 'text' && block.tone === 'muted';
}

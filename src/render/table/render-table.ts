import type { Envelope } from '../../schema/index.js';
import { buildReport } from '../report/build-report.js';
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
    lines.push('', ...wrapText(section.title.toUpperCase(), columns).map(palette.heading));
    section.blocks.forEach((block, i) => {
      // Maps and tables stand apart from what comes before them; a sentence stays with its table.
      if (i > 0 && block.kind !== 'text') lines.push('');
      lines.push(...blockLines(block, columns, palette));
    });
  }
  lines.push('', ...wrapText(report.summary.text, columns).map((line) => palette.tone(report.summary.tone, line)));
  return `${lines.join('\n')}\n`;
}

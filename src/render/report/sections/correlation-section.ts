import type { CorrelationReport } from '../../../schema/index.js';
import { fixed, significant } from '../../number-format.js';
import type { Block, Section } from '../report.js';
import { tableOf } from '../table-of.js';

const LARGEST_MATRIX_SHOWN = 6;

/** Where the correlations come from, whether they had to be repaired, and the matrix if it is small; null for one underlying. */
export function correlationSection(report: CorrelationReport): Section | null {
  if (report.names.length < 2) return null;
  const blocks: Block[] = [{ kind: 'text', text: sourceInWords(report), tone: report.repaired ? 'warning' : 'plain' }];
  if (report.names.length <= LARGEST_MATRIX_SHOWN) {
    blocks.push(
      tableOf(
        [
          { title: '', align: 'left' as const, of: (i: number) => report.names[i] ?? '' },
          ...report.names.map((name, j) => ({ title: name, of: (i: number) => fixed(report.values[i]?.[j] ?? 0, 3) })),
        ],
        report.names.map((_, i) => i),
      ),
    );
  }
  return { title: 'Correlations', blocks };
}

function sourceInWords(report: CorrelationReport): string {
  const count = `${report.names.length} underlyings`;
  if (report.source === 'none') return `None given for ${count}: no offset between underlyings.`;
  const source = `${count}, from ${report.source}`;
  if (!report.repaired) return `${source}; positive semidefinite as given.`;
  const eigenvalue =
    report.smallestEigenvalue === null ? '' : ` (smallest eigenvalue ${short(report.smallestEigenvalue)})`;
  const distance = report.distance === null ? '' : `, at a distance of ${short(report.distance)}`;
  return `${source}; not positive semidefinite${eigenvalue}, so repaired to the nearest correlation matrix${distance}.`;
}

const short = (value: number): string => significant(value, 3);

import type { OptimizeResult } from '../../../schema/index.js';
import { fixed } from '../../number-format.js';
import type { Block, Section } from '../report.js';
import type { ReportDetail } from '../report-detail.js';
import { tableOf } from '../table-of.js';

/** How many instruments were considered, and why the others were not. */
export function candidatesSection(candidates: OptimizeResult['candidates'], detail: ReportDetail): Section {
  const counts = new Map<string, number>();
  for (const { reason } of candidates.excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const rows = [...counts].sort((a, b) => b[1] - a[1]);
  const sentence = `${fixed(candidates.considered, 0)} considered, ${fixed(candidates.excluded.length, 0)} excluded`;
  const blocks: Block[] = [{ kind: 'text', text: `${sentence}${rows.length === 0 ? '.' : ':'}`, tone: 'plain' }];
  if (rows.length > 0) {
    blocks.push(
      tableOf(
        [
          { title: 'excluded', of: ([, count]) => fixed(count, 0) },
          { title: 'because', align: 'left', of: ([reason]) => reason },
        ],
        rows,
        { limit: detail.reasons, noun: 'reasons' },
      ),
    );
  }
  return { title: 'Candidates', blocks };
}

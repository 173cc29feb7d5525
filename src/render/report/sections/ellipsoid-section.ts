import type { EllipsoidLine } from '../../../schema/index.js';
import { money, significant } from '../../number-format.js';
import type { Section } from '../report.js';
import { tableOf } from '../table-of.js';

/** Found scenarios shown; the others are in the document. */
const MOST_SHOWN = 8;

/** What the search over every joint move found, and how far that may be relied on; null where only the listed ones count. */
export function ellipsoidSection(search: EllipsoidLine | undefined): Section | null {
  if (search === undefined) return null;
  const { added, exact, listedMargin, ellipsoidMargin, rounds, starts, note } = search;
  const margins = `Initial margin ${money(ellipsoidMargin)} against every joint move, ${money(listedMargin)} by the listed scenarios.`;
  const effort = exact ? '' : ` ${rounds} searches from ${starts} starts.`;
  const shown = [...added].sort((a, b) => b.loss - a.loss).slice(0, MOST_SHOWN);
  const found = shown.length < added.length ? ` The ${MOST_SHOWN} worst of ${added.length} moves found:` : '';
  const text = `${margins} ${note[0]!.toUpperCase()}${note.slice(1)}.${effort}${found}`;
  const table = tableOf(
    [
      { title: 'joint move found', align: 'left' as const, of: (row: EllipsoidLine['added'][number]) => row.scenario },
      { title: 'weight', rank: 1, of: ({ weight }) => significant(weight, 3) },
      { title: 'loss', of: ({ loss }) => money(loss) },
    ],
    shown,
  );
  return {
    title: 'Every joint move',
    blocks: [{ kind: 'text', text, tone: 'plain' }, ...(shown.length === 0 ? [] : [table])],
  };
}

import type { Conflict } from '../../../schema/index.js';
import { figure } from '../../number-format.js';
import type { Block, Section } from '../report.js';
import { tableOf } from '../table-of.js';

/** Which limits cannot hold together, and a smallest change that would let them; null when there is no conflict. */
export function conflictSection(conflict: Conflict | null): Section | null {
  if (conflict === null) return null;
  const only = conflict.limits.length === 1;
  const blocks: Block[] = [
    {
      kind: 'text',
      text: only ? 'No book of these candidates meets this limit:' : 'No book of these candidates meets all of:',
      tone: 'bad',
    },
    tableOf([{ title: 'limit', align: 'left', of: (name) => name }], conflict.limits),
  ];
  if (conflict.relaxations.length > 0) {
    blocks.push(
      { kind: 'text', text: 'A smallest change that would do:', tone: 'plain' },
      tableOf(
        [
          { title: 'limit', align: 'left', of: (change) => change.limit },
          { title: 'scope', align: 'left', of: (change) => change.scope },
          { title: 'end', align: 'left', of: (change) => change.end },
          { title: 'from', of: (change) => figure(change.from) },
          { title: 'to', of: (change) => figure(change.to) },
          { title: 'by', of: (change) => figure(change.by) },
        ],
        conflict.relaxations,
      ),
    );
  }
  return { title: 'Conflict', blocks };
}

import type { LimitLine } from '../../../schema/index.js';
import { figure } from '../../number-format.js';
import { cell } from '../cell.js';
import { limitIsBroken } from '../limit-is-broken.js';
import type { Cell, Section, TextBlock } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

const BEFORE: ColumnOf<LimitLine> = { title: 'before', rank: 2, of: (line) => figure(line.before) };

const WORTH: ColumnOf<LimitLine> = {
  title: 'worth',
  rank: 1,
  note: 'worth: what the objective would fall by per unit of room more at the binding end',
  of: (line) => (line.shadowPrice === 0 ? '' : figure(line.shadowPrice)),
};

/**
 * Every limit with its figure, its ends, and whether it binds; null when there are none. `traded` says that there are trades
 * and so a figure before them.
 */
export function limitsSection(limits: readonly LimitLine[], traded = true): Section | null {
  if (limits.length === 0) return null;
  const shown = limits.filter((line) => !isQuietGain(line));
  const end = (bound: number | null) => (bound === null ? 'none' : figure(bound));
  return {
    title: 'Limits',
    blocks: [
      tableOf(
        [
          { title: 'limit', align: 'left', of: (line) => line.limit },
          { title: 'scope', align: 'left', of: (line) => line.scope },
          ...(traded ? [BEFORE] : []),
          { title: traded ? 'after' : 'now', of: (line) => figure(line.value) },
          { title: 'min', of: (line) => end(line.min) },
          { title: 'max', of: (line) => end(line.max) },
          { title: 'unit', align: 'left', rank: 4, of: (line) => line.unit },
          { title: 'priority', align: 'left', rank: 3, of: (line) => String(line.priority) },
          ...(limits.some((line) => line.shadowPrice !== 0) ? [WORTH] : []),
          { title: 'state', align: 'left', of: stateOf },
        ],
        shown,
      ),
      ...quietGains(limits.length - shown.length),
    ],
  };
}

/** A gain that is kept with room to spare: with a line per scenario they would bury the rest. */
function isQuietGain(line: LimitLine): boolean {
  return line.limit === 'keep payoff' && !line.binding && line.relaxedBy === 0 && !limitIsBroken(line);
}

function quietGains(count: number): TextBlock[] {
  if (count === 0) return [];
  const where = count === 1 ? 'In one scenario more' : `In ${count} scenarios more`;
  return [{ kind: 'text', text: `${where} the payoff is kept with room to spare.`, tone: 'muted' }];
}

function stateOf(line: LimitLine): Cell {
  if (line.relaxedBy > 0) return cell(`relaxed ${figure(line.relaxedBy)}`, 'warning');
  if (limitIsBroken(line)) return cell('BROKEN', 'bad');
  return line.binding ? cell('binding', 'strong') : cell('holds');
}

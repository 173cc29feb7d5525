import type { ComparedModel, CompareResult } from '../../../schema/index.js';
import { money } from '../../number-format.js';
import type { Section } from '../report.js';
import { tableOf } from '../table-of.js';

/**
 * The rule books that cannot margin the whole book, and why; null where all can. `named` instruments are listed per reason;
 * the same reasons are told once.
 */
export function notComparedSection({ models, positions, currency }: CompareResult, named: number): Section | null {
  const left = models.filter(({ rank }) => rank === null);
  if (left.length === 0) return null;
  const reasons = new Map(left.map((model) => [model.name, reasonsOf(model, positions.length, named)]));
  const why = ({ name }: ComparedModel): string => {
    const first = left.find((other) => reasons.get(other.name) === reasons.get(name))!.name;
    const own = reasons.get(name)!;
    return first === name || own === '' ? own : `as ${first}`;
  };
  return {
    title: 'Not comparable',
    blocks: [
      tableOf(
        [
          { title: 'model', align: 'left', of: (model) => model.name },
          { title: 'cannot margin', align: 'left', of: (model) => countOf(model, positions.length) },
          { title: `the rest alone, ${currency}`, of: partialOf },
        ],
        left,
        { detailTitle: 'why', detail: why },
      ),
    ],
  };
}

function countOf({ refused, problems }: ComparedModel, positions: number): string {
  if (refused.length === 0) return problems.length === 0 ? 'the book' : 'the inputs';
  if (refused.length === positions) return positions === 1 ? 'the only position' : `all ${positions} positions`;
  return `${refused.length} of ${positions} positions`;
}

function partialOf({ partialMargin }: ComparedModel): string {
  return partialMargin === null ? 'none' : money(partialMargin.initialMargin);
}

function reasonsOf({ refused, problems }: ComparedModel, positions: number, named: number): string {
  const byReason = new Map<string, string[]>();
  for (const { instrument, reason } of refused) byReason.set(reason, [...(byReason.get(reason) ?? []), instrument]);
  return [
    ...[...byReason].map(([reason, instruments]) => {
      const isOfAll = positions > 1 && instruments.length === positions;
      return `${isOfAll ? 'each' : listed(instruments, named)} ${reason}`;
    }),
    ...problems.map(({ subject, problem }) => `${subject}: ${problem}`),
  ].join('; ');
}

/** `A, B and 3 more each`. */
function listed(names: readonly string[], most: number): string {
  if (names.length === 1) return names[0]!;
  const left = names.length - most;
  return left > 0 ? `${names.slice(0, most).join(', ')} and ${left} more: each` : `${names.join(', ')}: each`;
}

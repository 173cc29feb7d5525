import type { OptimizeResult, RobustLine } from '../../../schema/index.js';
import { figure, money, signedMoney } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Cell, Section } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

interface CaseRow {
  readonly name: string;
  readonly set: string;
  readonly weight: string;
  readonly before: number;
  readonly after: number | null;
  readonly counts: string;
}

/** What the cases come to, in a word. */
export const ROBUST_WORDS = { worst: 'the worst case', weighted: 'the weighted sum of the cases' } as const;

/** The margin of each case that is hedged against, before and after, and what they come to; null where there is one rule book. */
export function robustSection({ robust }: OptimizeResult): Section | null {
  if (robust === undefined) return null;
  const { rule, before, after } = robust;
  const together = { set: '', weight: '', counts: '', before, after };
  const rows: CaseRow[] = [...robust.cases.map((one) => caseRow(one)), { name: ROBUST_WORDS[rule], ...together }];
  const columns: ColumnOf<CaseRow>[] = [
    { title: 'case', align: 'left', of: (row) => row.name },
    { title: 'parameters', align: 'left', rank: 2, of: (row) => row.set },
    ...(rule === 'weighted' ? [{ title: 'weight', of: (row: CaseRow) => row.weight }] : []),
    { title: after === null ? 'now' : 'before', of: (row) => money(row.before) },
  ];
  if (after !== null) {
    columns.push({ title: 'after', of: (row) => money(row.after ?? 0) }, { title: 'change', of: changeCell });
  }
  if (rule === 'worst') columns.push({ title: 'binds', align: 'left', rank: 1, of: (row) => row.counts });
  return { title: 'Margin by case', blocks: [tableOf(columns, rows)] };
}

function caseRow({ name, parameters, weight, before, after, binding }: RobustLine['cases'][number]): CaseRow {
  return { name, set: parameters, weight: figure(weight), before, after, counts: binding ? 'yes' : '' };
}

function changeCell({ before, after }: CaseRow): Cell {
  const change = (after ?? before) - before;
  return change === 0 ? cell(signedMoney(change)) : cell(signedMoney(change), change < 0 ? 'good' : 'bad');
}

import type { OptimizeResult, RobustLine } from '../../../schema/index.js';
import { figure, money, signedMoney } from '../../number-format.js';
import { cell } from '../cell.js';
import type { Block, Cell, Section } from '../report.js';
import { type ColumnOf, tableOf } from '../table-of.js';

interface CaseRow {
  readonly name: string;
  readonly set: string;
  readonly weight: string;
  readonly before: number;
  readonly after: number | null;
  readonly plain: number | null;
  readonly counts: string;
}

/** What the cases come to, in a word. */
export const ROBUST_WORDS = { worst: 'the worst case', weighted: 'the weighted sum of the cases' } as const;

/** The margin of each case that is hedged against, before and after, and what they come to; null where there is one rule book. */
export function robustSection({ robust }: OptimizeResult): Section | null {
  if (robust === undefined) return null;
  const { rule, before, after, plain = null } = robust;
  const together = { set: '', weight: '', counts: '', before, after, plain: plain?.worst ?? null };
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
  if (plain !== null) {
    columns.push({ title: 'plain', rank: 3, note: 'after the hedge that looks at the run alone', of: plainCell });
  }
  if (rule === 'worst') columns.push({ title: 'binds', align: 'left', rank: 1, of: (row) => row.counts });
  return { title: 'Margin by case', blocks: [tableOf(columns, rows), ...besideBlocks(robust)] };
}

function caseRow({ name, parameters, weight, before, after, plain, binding }: RobustLine['cases'][number]): CaseRow {
  return {
    name,
    set: parameters,
    weight: figure(weight),
    before,
    after,
    plain: plain ?? null,
    counts: binding ? 'yes' : '',
  };
}

function changeCell({ before, after }: CaseRow): Cell {
  const change = (after ?? before) - before;
  return change === 0 ? cell(signedMoney(change)) : cell(signedMoney(change), change < 0 ? 'good' : 'bad');
}

function plainCell({ plain }: CaseRow): string {
  return plain === null ? '' : money(plain);
}

/** What the robust hedge costs and saves beside the plain one, and what the worst parameters do to the hedged book. */
function besideBlocks({ plain, ranges, after }: RobustLine): Block[] {
  const said: string[] = [];
  if (plain != null) {
    said.push(
      `Against the hedge that looks at the run alone it costs ${money(plain.costs)} there, and saves ${money(plain.saves)} in the worst case.`,
    );
  }
  const found = ranges?.after ?? null;
  if (found !== null && after !== null) {
    const beyond = found.margin > after * (1 + 1e-9) ? ', more than any case' : ', no more than the worst case';
    said.push(`The worst parameters found for the hedged book ask ${money(found.margin)}${beyond}.`);
  }
  return said.length === 0 ? [] : [{ kind: 'text', text: said.join(' '), tone: 'plain' }];
}

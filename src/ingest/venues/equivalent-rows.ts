import type { Equivalent } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import type { IssueList } from '../issue-list.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';

const COLUMNS = ['a', 'b', 'ratio'] as const;
const [A, B, RATIO] = [0, 1, 2] as const;

/** Rows of contracts that stand for one another. */
export const EQUIVALENT_LAYOUT: TableLayout = {
  known: COLUMNS,
  required: ['a', 'b'],
  others: 'closed',
  rowsAre: 'one row per pair of instruments: a, b, ratio',
};

/** Reads one pair; a blank ratio is 1. Null after a complaint. */
export function readEquivalent(row: Row, issues: IssueList): Equivalent | null {
  const fields = new FieldReader(issues, COLUMNS, row);
  const a = fields.requiredText(A, 'the name of an instrument');
  const b = fields.requiredText(B, 'the name of an instrument');
  const ratio = fields.positive(RATIO) ?? 1;
  return fields.failed ? null : { a, b, ratio, origin: row.start() };
}

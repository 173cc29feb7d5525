import type { Node } from 'jsonc-parser';
import type { Account } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import type { IssueList } from '../issue-list.js';
import { describeNode } from '../json/describe-node.js';
import { nodeMembers } from '../json/node-members.js';
import { columnKey } from '../table/column-name.js';
import { Header } from '../table/header.js';
import { JsonRow, type JsonText } from '../table/json-row.js';
import type { TableLayout } from '../table/table-layout.js';

/** What an account document says beside its balances. */
export type AccountTerms = Omit<Account, 'balances'>;

export const NO_TERMS: AccountTerms = {
  fundingRate: null,
  reportedInitialMargin: null,
  reportedMaintenanceMargin: null,
};

const TOP = ['funding_rate', 'reported_initial_margin', 'reported_maintenance_margin'];
const REPORTED = ['initial_margin', 'maintenance_margin'];
const MOST_BELIEVABLE_RATE = 1;

const layoutOf = (known: readonly string[]): TableLayout => ({ known, required: [], others: 'closed', rowsAre: '' });

/** Reads the members of an account document; `balances` is its rows as they stand, null when there are none. */
export function readAccountTerms(
  document: Node,
  source: JsonText,
  issues: IssueList,
): { readonly values: AccountTerms; readonly balances: Node | null } {
  const top = objectFields(without(document, ['balances', 'reported']), TOP, source, issues);
  const reportedNode = member(document, 'reported');
  const reported = reportedNode?.type === 'object' ? objectFields(reportedNode, REPORTED, source, issues) : null;
  if (reportedNode !== null && reported === null) {
    const at = source.lines.at(reportedNode.offset);
    issues.add('JSON_NOT_OBJECT', { at, field: 'reported', subject: 'reported', detail: describeNode(reportedNode) });
  }
  const values = {
    fundingRate: top?.believableFraction(0, MOST_BELIEVABLE_RATE) ?? null,
    reportedInitialMargin: reported?.number(0) ?? top?.number(1) ?? null,
    reportedMaintenanceMargin: reported?.number(1) ?? top?.number(2) ?? null,
  };
  return { values, balances: member(document, 'balances') };
}

function objectFields(node: Node, names: readonly string[], source: JsonText, issues: IssueList): FieldReader | null {
  const row = JsonRow.of(node, source, new Header(layoutOf(names), issues), issues);
  return row === null ? null : new FieldReader(issues, names, row);
}

function member(node: Node, key: string): Node | null {
  return nodeMembers(node).find((candidate) => columnKey(candidate.key) === key)?.value ?? null;
}

function without(node: Node, keys: readonly string[]): Node {
  const children = (node.children ?? []).filter(
    ({ children: [key] = [] }) => !keys.includes(columnKey(String(key?.value))),
  );
  return { ...node, children };
}

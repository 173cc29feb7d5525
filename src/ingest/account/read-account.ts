import type { Account, CollateralBalance, Io } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import { describeNode } from '../json/describe-node.js';
import { jsonDocument } from '../json/json-document.js';
import type { Input } from '../source/input.js';
import { inputFormat } from '../source/input-format.js';
import type { TextSource } from '../source/text-source.js';
import { Header } from '../table/header.js';
import { readJsonRows } from '../table/read-json-rows.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';
import { type AccountTerms, NO_TERMS, readAccountTerms } from './account-terms.js';

const COLUMNS = ['asset', 'amount', 'haircut'] as const;
const [ASSET, AMOUNT, HAIRCUT] = [0, 1, 2] as const;

const LAYOUT: TableLayout = {
  known: COLUMNS,
  required: ['asset', 'amount'],
  others: 'closed',
  rowsAre: 'one row per balance: asset, amount, haircut',
};

/**
 * Reads what an account has beside its positions. Either rows `asset, amount, haircut` (CSV, JSON array, NDJSON), or a
 * JSON object, the only form with funding rate and reported margins:
 * `{ "balances": [{ "asset", "amount", "haircut" }], "fundingRate", "reported": { "initialMargin", "maintenanceMargin" } }`.
 * Keys may be written with underscores; a blank haircut is none; an asset may come more than once.
 */
export function readAccount(path: Input, io: Io): Promise<Ingested<Account>> {
  return ingest('account', path, io, (issues) => {
    const balances = new Balances(issues);
    let terms: AccountTerms = NO_TERMS;
    return {
      read: async (source) => {
        if (inputFormat(source) === 'json') terms = await readDocument(source, issues, balances);
        else await readTable(source, LAYOUT, issues, (row) => balances.take(row));
      },
      result: () => ({ balances: balances.all, ...terms }),
    };
  });
}

async function readDocument(source: TextSource, issues: IssueList, balances: Balances): Promise<AccountTerms> {
  const document = await jsonDocument(source, issues);
  const { tree, lines } = document;
  if (tree === null) return NO_TERMS;
  const terms = tree.type === 'object' ? readAccountTerms(tree, document, issues) : null;
  const rows = terms === null ? tree : terms.balances;
  if (rows?.type === 'array') {
    readJsonRows(rows, document, new Header(LAYOUT, issues), issues, (row) => balances.take(row));
  } else if (rows !== null) {
    issues.add('JSON_NOT_ROWS', {
      at: lines.at(rows.offset),
      subject: terms === null ? source.file : 'balances',
      detail: describeNode(rows),
      expected: terms === null ? 'an array of balances, or an object with balances' : 'an array of balances',
    });
  }
  return terms?.values ?? NO_TERMS;
}

class Balances {
  readonly all: CollateralBalance[] = [];
  readonly #issues: IssueList;
  #fields: FieldReader | null = null;

  constructor(issues: IssueList) {
    this.#issues = issues;
  }

  take(row: Row): void {
    this.#fields ??= new FieldReader(this.#issues, COLUMNS, row);
    const fields = this.#fields;
    fields.next(row);
    const asset = fields.requiredText(ASSET, 'a currency or an asset');
    const amount = fields.requiredNumber(AMOUNT);
    const haircut = fields.fraction(HAIRCUT)?.value ?? 0;
    if (haircut < 0 || haircut > 1) fields.complain('ACC_HAIRCUT_RANGE', HAIRCUT, { subject: asset });
    if (!fields.failed) this.all.push({ asset, amount, haircut });
  }
}

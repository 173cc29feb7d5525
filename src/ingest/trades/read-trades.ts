import type { Io, Trade } from '../../domain/index.js';
import { FieldReader } from '../fields/field-reader.js';
import { ingest } from '../ingest.js';
import type { Ingested } from '../ingested.js';
import type { IssueList } from '../issue-list.js';
import { jsonTree } from '../json/json-tree.js';
import { LineIndex } from '../json/line-index.js';
import { wholeText } from '../json/whole-text.js';
import { inputFormat } from '../source/input-format.js';
import { inputName } from '../source/input-name.js';
import type { TextSource } from '../source/text-source.js';
import { Header } from '../table/header.js';
import { readJsonRows } from '../table/read-json-rows.js';
import { readTable } from '../table/read-table.js';
import type { Row } from '../table/row.js';
import type { TableLayout } from '../table/table-layout.js';
import { proposedTrades } from './proposed-trades.js';

const COLUMNS = ['instrument', 'quantity', 'price', 'side'] as const;
const [INSTRUMENT, QUANTITY, PRICE, SIDE] = [0, 1, 2, 3] as const;

const LAYOUT: TableLayout = {
  known: COLUMNS,
  required: ['instrument', 'quantity'],
  ignored: ['notional', 'cost', 'fee', 'margin_saved', 'why', 'limit_price', 'marginal_price', 'fills'],
  others: 'closed',
  rowsAre: 'a header and one row per trade',
};

/**
 * Reads trades: `instrument, quantity` and optionally `price` (blank takes the quote) and `side`. Without a side the
 * quantity is signed, with one (`buy`, `sell`) it has to be positive. A JSON document of `margo optimize` is read for its
 * `result.trades`; one without proposals gives no trades and no complaint.
 */
export function readTrades(path: string, io: Io): Promise<Ingested<readonly Trade[]>> {
  return ingest('trades', path, io, (issues) => {
    const trades = new TradeRows(issues);
    return {
      read: async (source) => {
        if (inputFormat(source) === 'json') await readDocument(source, issues, trades);
        else await readTable(source, LAYOUT, issues, (row) => trades.take(row));
      },
      result: () => trades.all,
    };
  });
}

async function readDocument(source: TextSource, issues: IssueList, trades: TradeRows): Promise<void> {
  const text = await wholeText(source);
  const lines = new LineIndex(source.file, text);
  const tree = jsonTree(text, lines, issues);
  if (tree === null) return;
  const input = { text, lines, file: source.file };
  const rows = tree.type === 'object' ? proposedTrades(tree, input, issues) : tree;
  if (rows === null) return;
  const count = readJsonRows(rows, input, new Header(LAYOUT, issues), issues, (row) => trades.take(row));
  if (count === 0 && rows === tree) {
    const at = { file: source.file, line: 0, column: 0 };
    issues.add('FILE_NO_ROWS', { at, subject: inputName(source.file), expected: LAYOUT.rowsAre });
  }
}

class TradeRows {
  readonly all: Trade[] = [];
  readonly #issues: IssueList;
  #fields: FieldReader | null = null;

  constructor(issues: IssueList) {
    this.#issues = issues;
  }

  take(row: Row): void {
    this.#fields ??= new FieldReader(this.#issues, COLUMNS, row);
    const fields = this.#fields;
    fields.next(row);
    const instrument = fields.requiredText(INSTRUMENT, 'the name of an instrument');
    const quantity = fields.requiredNumber(QUANTITY);
    const price = fields.price(PRICE);
    const side = fields.choice(SIDE, ['buy', 'sell']);
    if (side !== null && quantity < 0) fields.complain('TRD_SIGN_AND_SIDE', QUANTITY, { detail: side });
    if (fields.failed) return;
    if (quantity === 0) fields.remark('TRD_ZERO_QUANTITY', QUANTITY, { subject: instrument });
    else
      this.all.push({
        instrument,
        quantity: side === 'sell' ? -quantity : quantity,
        price,
        origin: row.at(INSTRUMENT),
      });
  }
}

import { join } from 'node:path';
import type { Io } from '../../../src/domain/index.js';
import { ISSUE_TABLE, type IssueCode } from '../../../src/domain/issues/issue-table.js';
import {
  type Ingested,
  readAccount,
  readCorrelations,
  readDividends,
  readJsonObject,
  readLimits,
  readMarket,
  readNames,
  readPositions,
  readPrices,
  readTrades,
} from '../../../src/ingest/index.js';
import { anIo } from '../an-io.js';

/** Code, `line:column`, field, value, message, hint. */
export type Complaint = readonly [IssueCode, string | null, string | null, string | null, string, string | null];

export const ISSUE_FIXTURES = join(import.meta.dirname, '../../../fixtures/issues');

const READERS: Readonly<Record<string, (path: string, io: Io) => Promise<Ingested<unknown>>>> = {
  positions: (path, io) => readPositions(path, io, { venue: null }),
  market: (path, io) => readMarket(path, io, { venue: null }),
  square: readCorrelations,
  long: readCorrelations,
  prices: readPrices,
  dividends: (path, io) => readDividends(path, io, { underlyings: new Set(['IBM', 'SPX']) }),
  limits: readLimits,
  account: readAccount,
  trades: readTrades,
  margin: readTrades,
  names: readNames,
  config: (path, io) => readJsonObject(path, io, 'config'),
};

/** Everything that is said about a fixture, read by the reader its name asks for (positions unless it names another). */
export async function complaintsOf(file: string): Promise<readonly Complaint[]> {
  const kind = file.split('/')[1]?.split('.')[0] ?? '';
  const read = READERS[kind] ?? (READERS.positions as NonNullable<(typeof READERS)[string]>);
  const { issues } = await read(file, anIo(ISSUE_FIXTURES));
  return issues.map((issue) => {
    const code = issue.code as IssueCode;
    if (issue.file !== file) throw new Error(`${code} names the file ${issue.file}`);
    if (issue.severity !== ISSUE_TABLE[code].severity) throw new Error(`${code} has severity ${issue.severity}`);
    const place = issue.line === null ? null : `${issue.line}:${issue.column}`;
    return [code, place, issue.field, issue.value, issue.message, issue.hint];
  });
}

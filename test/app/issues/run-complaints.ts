import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OptimizeRequest } from '../../../src/app/request.js';
import { runMargin } from '../../../src/app/run-margin.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import { runWhatIf } from '../../../src/app/run-whatif.js';
import type { Issue } from '../../../src/domain/index.js';
import { ISSUE_TABLE, type IssueCode } from '../../../src/domain/issues/issue-table.js';
import { aMarginRequest, anIo, anOptimizeRequest, aWhatIfRequest, ROOT } from '../a-world.js';

/** Code, `file line:column` (the file without its folder), field, value, message, hint. */
export type RunComplaint = readonly [IssueCode, string | null, string | null, string | null, string, string | null];

export interface Complained {
  readonly status: string;
  readonly refused: boolean;
  readonly complaints: readonly RunComplaint[];
}

const BTC = 'fixtures/btc-short-strangle';
const OPTIONAL = ['correlations', 'prices', 'limits'] as const;

/** The complaint as a test reads it. @throws when its severity is not that of its code */
export function asComplaint(issue: Issue): RunComplaint {
  const code = issue.code as IssueCode;
  if (issue.severity !== ISSUE_TABLE[code].severity) throw new Error(`${code} has severity ${issue.severity}`);
  const at = issue.line === null ? '' : ` ${issue.line}:${issue.column}`;
  const place = issue.file === null ? null : `${issue.file.split('/').at(-1)}${at}`;
  return [code, place, issue.field, issue.value, issue.message, issue.hint];
}

/**
 * What a command says about a folder of `fixtures/issues`: the files that are there, positions and market from a whole
 * fixture where they are not. `whatif` with a trades file, else as told.
 */
export async function complained(
  folder: string,
  command: 'margin' | 'optimize' = 'margin',
  changes: Partial<OptimizeRequest> = {},
  base = BTC,
): Promise<Complained> {
  const own = `fixtures/issues/${folder}`;
  const has = (file: string): boolean => existsSync(join(ROOT, own, file));
  const request = {
    positions: `${has('positions.csv') ? own : base}/positions.csv`,
    market: `${has('market.csv') ? own : base}/market.csv`,
    account: has('account.json') ? `${own}/account.json` : null,
    ...Object.fromEntries(OPTIONAL.map((name) => [name, has(`${name}.csv`) ? `${own}/${name}.csv` : null])),
    ...changes,
  };
  const outcome = has('trades.csv')
    ? await runWhatIf(aWhatIfRequest(own, request), anIo())
    : command === 'optimize'
      ? await runOptimize(anOptimizeRequest(own, request), anIo())
      : await runMargin(aMarginRequest(own, request), anIo());
  return {
    status: outcome.status,
    refused: outcome.result === null,
    complaints: outcome.issues.map(asComplaint),
  };
}

import { hasErrors, type Io, type Issue, makeIssue } from '../../domain/index.js';
import { readPrices } from '../../ingest/index.js';
import type { CorrelateResult } from '../../schema/correlate/correlate-document.js';
import { ManifestBuilder } from '../manifest.js';
import type { Outcome } from '../outcome.js';
import { sealed } from '../seals.js';
import type { CorrelateRequest } from './correlate-request.js';
import { correlateResult } from './correlate-result.js';
import { estimateFrom } from './estimate-from.js';
import { runHedges } from './hedges/run-hedges.js';
import { runRepair } from './repair/run-repair.js';

const SCHEMA = 'margo/correlate@1';

/**
 * Which underlyings move together: a correlation matrix from prices, with how much is known of it; or a correlation file
 * looked over and repaired; or what the underlyings of a book offset.
 */
export async function runCorrelate(request: CorrelateRequest, io: Io): Promise<Outcome<CorrelateResult>> {
  const manifest = new ManifestBuilder(request, io);
  const ended = (result: CorrelateResult | null, issues: readonly Issue[]): Outcome<CorrelateResult> => {
    const status = result === null ? 'error' : 'ok';
    return sealed({ schema: SCHEMA, status, manifest: manifest.build(), result, issues });
  };
  const { matrix, hedges } = request;
  if (matrix !== null && hedges !== null) {
    return ended(null, [makeIssue('CFG_CONFLICT', { field: '--matrix', subject: '--hedges' })]);
  }
  const idle = idleTerms(request);
  if (idle.length > 0) return ended(null, idle);
  if (hedges !== null) return runHedges(request, hedges, io);
  if (matrix !== null) return runRepair(request, matrix, io);
  if (request.prices === null) return ended(null, [makeIssue('CFG_NO_PRICES')]);
  const file = await readPrices(request.prices, io);
  manifest.read([file.source]);
  if (request.asOf !== null) manifest.valuedAt(request.asOf);
  manifest.finished('read');
  if (hasErrors(file.issues)) return ended(null, file.issues);
  const estimated = await estimateFrom(file.value, request, io.signal);
  manifest.finished('estimate');
  const issues = [...file.issues, ...estimated.issues];
  if (estimated.value === null) return ended(null, issues);
  const result = correlateResult(estimated.value);
  manifest.finished('check');
  if (result.conditionNumber === null) issues.push(singularIssue(result));
  return ended(result, issues);
}

function singularIssue({ names, estimate }: CorrelateResult): Issue {
  const most = (estimate?.pairs ?? []).reduce((count, { observations }) => Math.max(count, observations), 0);
  const few = most <= names.length ? ` of ${names.length} underlyings from ${most} returns` : '';
  const repaired = estimate?.repaired === true ? ', as the nearest matrix to impossible estimates is' : '';
  return makeIssue('COR_SINGULAR', { detail: `some combination of the underlyings has no risk${few}${repaired}` });
}

/** What was said of a repair where there is no file to be repaired. */
function idleTerms({ matrix, repair: { method, weights, fix, target } }: CorrelateRequest): Issue[] {
  if (matrix !== null) return [];
  const said = { '--repair': method, '--weights': weights, '--fix': fix[0] ?? null, '--target': target };
  return Object.entries(said)
    .filter(([, value]) => value !== null)
    .map(([field]) => makeIssue('COR_NEEDS_MODE', { field, expected: '--matrix FILE' }));
}

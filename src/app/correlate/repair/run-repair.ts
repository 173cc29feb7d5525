import { impossibleTriples } from '../../../correlation/index.js';
import { hasErrors, type Io, type Issue } from '../../../domain/index.js';
import { readPrices, readStatedCorrelations, type Source } from '../../../ingest/index.js';
import type { CorrelateResult } from '../../../schema/correlate/correlate-document.js';
import { ManifestBuilder } from '../../manifest.js';
import type { Outcome } from '../../outcome.js';
import { sealed } from '../../seals.js';
import type { CorrelateRequest } from '../correlate-request.js';
import { correlateResult } from '../correlate-result.js';
import { estimateFrom } from '../estimate-from.js';
import { comparedWithPrices } from './compared-with-prices.js';
import { checkedMatrix } from './repair-section.js';
import { repairTerms } from './repair-terms.js';
import { tripleIssues } from './triple-issues.js';

const SCHEMA = 'margo/correlate@1';

/**
 * Everything that is wrong with a correlation file, and a correlation matrix in place of what is none. Of a file that
 * cannot be used for want of figures the triples are looked at all the same, so that one report has all of it.
 */
export async function runRepair(request: CorrelateRequest, path: string, io: Io): Promise<Outcome<CorrelateResult>> {
  const manifest = new ManifestBuilder(request, io);
  const issues: Issue[] = [];
  const sources: Source[] = [];
  const ended = (result: CorrelateResult | null): Outcome<CorrelateResult> => {
    manifest.read(sources);
    const status = result === null ? 'error' : 'ok';
    return sealed({ schema: SCHEMA, status, manifest: manifest.build(), result, issues });
  };
  const file = await readStatedCorrelations(path, io);
  issues.push(...file.issues);
  sources.push(file.source);
  const history = request.prices === null ? null : await readPrices(request.prices, io);
  issues.push(...(history?.issues ?? []));
  if (history !== null) sources.push(history.source);
  const { matrix, isStated } = file.value;
  const asked = await repairTerms(request.repair, matrix, io);
  issues.push(...asked.issues);
  sources.push(...asked.sources);
  if (request.asOf !== null) manifest.valuedAt(request.asOf);
  manifest.finished('read');
  if (hasErrors(issues)) {
    issues.push(...tripleIssues(impossibleTriples(matrix, isStated)));
    return ended(null);
  }
  const checked = checkedMatrix(matrix, asked.terms, { target: request.repair.target, noRepair: request.noRepair });
  issues.push(...checked.issues);
  manifest.finished('repair');
  if (checked.matrix === null || checked.section === null) return ended(null);
  if (history === null) return ended(correlateResult({ matrix: checked.matrix, repair: checked.section }));
  const estimated = await estimateFrom(history.value, request, io.signal);
  issues.push(...estimated.issues);
  manifest.finished('estimate');
  if (estimated.value === null) return ended(null);
  const { estimate, selection } = estimated.value;
  const { compared, issues: remarks } = comparedWithPrices(matrix, estimate);
  issues.push(...remarks);
  const repair = { ...checked.section, compared: compared.map((line) => ({ ...line })) };
  return ended(correlateResult({ matrix: checked.matrix, repair, estimate, selection }));
}

import { type CorrelationMatrix, hasErrors, type Io, type Issue, makeIssue } from '../../../domain/index.js';
import type { CorrelateResult } from '../../../schema/correlate/correlate-document.js';
import { loadInputs } from '../../load-inputs.js';
import { ManifestBuilder } from '../../manifest.js';
import type { Outcome } from '../../outcome.js';
import { type PreparedRun, prepareRun } from '../../prepare-run.js';
import { requestedModel } from '../../requested-model.js';
import { sealed } from '../../seals.js';
import type { CorrelateRequest } from '../correlate-request.js';
import { correlateResult } from '../correlate-result.js';
import { estimateFrom } from '../estimate-from.js';
import { linearInstruments } from './hedge-instruments.js';
import type { HedgesRequest } from './hedges-request.js';
import { hedgesSection } from './hedges-section.js';

const SCHEMA = 'margo/correlate@1';

/**
 * The natural hedges of a book: what its underlyings save each other in margin, what single instrument would offset each
 * exposure, and whether that held in stressed windows. Correlations are those of `--correlations`, else estimated from
 * the prices as `margo correlate PRICES` does.
 */
export async function runHedges(
  request: CorrelateRequest,
  hedges: HedgesRequest,
  io: Io,
): Promise<Outcome<CorrelateResult>> {
  const manifest = new ManifestBuilder(request, io);
  const issues: Issue[] = [];
  const ended = (result: CorrelateResult | null): Outcome<CorrelateResult> => {
    const status = result === null ? 'error' : 'ok';
    return sealed({ schema: SCHEMA, status, manifest: manifest.build(), result, issues });
  };
  const requested = requestedModel(hedges.book.model);
  if (requested.status === 'found' && !requested.model.usesJointMoves) {
    issues.push(makeIssue('COR_NO_JOINT_MOVES', { field: '--model', subject: requested.model.id }));
  }
  const loaded = await loadInputs(hedges.book, io);
  const { inputs } = loaded;
  issues.push(...loaded.issues);
  manifest.read(loaded.sources);
  manifest.finished('read');
  if (hasErrors(issues)) return ended(null);
  const { correlations, prices } = inputs;
  // Prices of later days than the book is valued on were not known then.
  const known = { ...request, asOf: request.asOf ?? inputs.market.timestamp };
  const estimated = correlations !== null || prices === null ? null : await estimateFrom(prices, known, io.signal);
  issues.push(...(estimated?.issues ?? []));
  manifest.finished('estimate');
  if (hasErrors(issues)) return ended(null);
  const used = { ...inputs, correlations: correlations ?? estimated?.value?.matrix ?? null };
  const prepared = prepareRun(hedges.book, used, io, linearInstruments(inputs.market));
  issues.push(...prepared.issues);
  manifest.prepared(prepared.run);
  manifest.finished('value');
  if (prepared.run === null) return ended(null);
  const { section, issues: remarks } = hedgesSection(prepared.run, hedges, prices);
  issues.push(...remarks);
  manifest.finished('hedges');
  const matrix = matrixOf(prepared.run);
  const { estimate = null, selection = null } = estimated?.value ?? {};
  return ended(correlateResult({ matrix, estimate, selection, hedges: section }));
}

/** The matrix that the margins were computed with: of the underlyings that move together. */
function matrixOf({ correlation: { names, values } }: PreparedRun): CorrelationMatrix {
  return { names, values: Float64Array.from(values.flat()) };
}

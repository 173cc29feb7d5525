import {
  columnVolatilities,
  DEFAULT_HALF_LIFE,
  type Estimator,
  estimateMatrix,
  INTERVAL_LEVEL,
  isShrinkage,
  type MatrixEstimate,
  type PricePanel,
  priceFaults,
  pricePanel,
  type RepairedCorrelation,
  repairCorrelation,
} from '../../correlation/index.js';
import { type CorrelationMatrix, hasErrors, type Issue, makeIssue, type PriceHistory } from '../../domain/index.js';
import type { CorrelateEstimate } from '../../schema/correlate/correlate-estimate.js';
import type { CorrelateSelection } from '../../schema/correlate/correlate-selection.js';
import type { CorrelateRequest } from './correlate-request.js';
import { faultIssues } from './fault-issues.js';
import { undeterminedIssues } from './undetermined-issues.js';

/** A matrix ready for use, with the sections that tell how it was made. */
export interface EstimatedFrom {
  readonly matrix: CorrelationMatrix;
  readonly estimate: CorrelateEstimate;
  readonly selection: CorrelateSelection | null;
}

/** The estimate of a request from prices that were read; null with errors among the issues where there is none. */
export function estimateFrom(
  history: PriceHistory,
  request: CorrelateRequest,
  signal: AbortSignal,
): { readonly value: EstimatedFrom | null; readonly issues: readonly Issue[] } {
  const names = [...history.series.keys()];
  if (names.length < 2)
    return { value: null, issues: [makeIssue('PRC_ONE_SERIES', { subject: request.prices ?? '' })] };
  const asOf = request.asOf === null ? null : new Date(request.asOf).toISOString().slice(0, 10);
  const faults = priceFaults(history, asOf, request);
  const issues: Issue[] = [...faultIssues(faults)];
  const panel = pricePanel(history, { asOf, missing: request.missing });
  signal.throwIfAborted();
  const estimator = estimatorOf(request);
  const returns = { kind: request.returns, days: request.days, overlapping: request.overlapping };
  const estimated = estimateMatrix(panel, estimator, { returns, minimumReturns: request.minReturns });
  issues.push(...undeterminedIssues(panel.names, estimated.pairs, request.minReturns));
  if (hasErrors(issues)) return { value: null, issues };
  const repaired = repairCorrelation(estimated.matrix);
  issues.push(...repairIssues(repaired, request.noRepair));
  if (hasErrors(issues)) return { value: null, issues };
  const facts = { panel, estimator, estimated, repaired, faults };
  return { value: { matrix: repaired.matrix, estimate: estimateSection(facts, request), selection: null }, issues };
}

function estimatorOf(request: CorrelateRequest): Estimator {
  return {
    name: request.estimator ?? 'sample',
    halfLife: request.halfLife ?? DEFAULT_HALF_LIFE,
    threshold: request.threshold,
    asPearson: request.asPearson,
  };
}

function repairIssues({ repaired, smallestEigenvalue, distance }: RepairedCorrelation, noRepair: boolean): Issue[] {
  if (!repaired) return [];
  const detail = `smallest eigenvalue ${smallestEigenvalue.toPrecision(4)}, distance ${distance.toPrecision(4)}`;
  return [makeIssue(noRepair ? 'RUN_CORRELATION_REFUSED' : 'RUN_CORRELATION_REPAIRED', { detail })];
}

interface Facts {
  readonly panel: PricePanel;
  readonly estimator: Estimator;
  readonly estimated: MatrixEstimate;
  readonly repaired: RepairedCorrelation;
  readonly faults: CorrelateEstimate['faults'];
}

function estimateSection(
  { panel, estimator, estimated, repaired, faults }: Facts,
  request: CorrelateRequest,
): CorrelateEstimate {
  const { name, halfLife, threshold, asPearson } = estimator;
  const { returns, days, overlapping } = request;
  const n = panel.names.length;
  return {
    estimator: name,
    halfLife: name === 'ewma' ? halfLife : null,
    threshold: name === 'gerber' ? threshold : null,
    asPearson: asPearson && (name === 'spearman' || name === 'kendall'),
    shrinkage: estimated.shrinkage,
    returns,
    days,
    overlapping,
    missing: isShrinkage(name) ? 'common' : request.missing,
    from: panel.dates[0] ?? '',
    to: panel.dates.at(-1) ?? '',
    dates: panel.dates.length,
    volatilities: columnVolatilities(
      panel,
      { kind: returns, days, overlapping },
      name === 'ewma' ? halfLife : null,
    ).map((line) => ({ ...line })),
    pairs: estimated.pairs.map(({ i, j, correlation, undetermined: _, ...facts }) => ({
      a: panel.names[i]!,
      b: panel.names[j]!,
      correlation: repaired.matrix.values[i * n + j]!,
      estimated: correlation,
      ...facts,
    })),
    interval: { method: 'analytic', level: INTERVAL_LEVEL, resamples: null, block: null },
    smallestEigenvalue: repaired.smallestEigenvalue,
    repaired: repaired.repaired,
    distance: repaired.distance,
    faults: [...faults],
  };
}

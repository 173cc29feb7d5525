import {
  type BootstrapTerms,
  blockLength,
  type Estimator,
  estimateMatrix,
  isShrinkage,
  type MatrixEstimate,
  type PricePanel,
  priceFaults,
  pricePanel,
  type RepairedCorrelation,
  repairCorrelation,
  withBootstrap,
} from '../../correlation/index.js';
import { type CorrelationMatrix, hasErrors, type Issue, makeIssue, type PriceHistory } from '../../domain/index.js';
import type { CorrelateEstimate } from '../../schema/correlate/correlate-estimate.js';
import type { CorrelateSelection } from '../../schema/correlate/correlate-selection.js';
import { breathe } from '../breathe.js';
import { chooseEstimator } from './choose-estimator.js';
import type { CorrelateRequest } from './correlate-request.js';
import { estimateSection } from './estimate-section.js';
import { faultIssues } from './fault-issues.js';
import { undeterminedIssues } from './undetermined-issues.js';

/** A matrix ready for use, with the sections that tell how it was made. */
export interface EstimatedFrom {
  readonly matrix: CorrelationMatrix;
  readonly estimate: CorrelateEstimate;
  readonly selection: CorrelateSelection | null;
}

/** The estimate of a request from prices that were read; null with errors among the issues where there is none. */
export async function estimateFrom(
  history: PriceHistory,
  request: CorrelateRequest,
  signal: AbortSignal,
): Promise<{ readonly value: EstimatedFrom | null; readonly issues: readonly Issue[] }> {
  const pause = () => breathe(signal);
  const refused = refusal(history, request);
  if (refused.length > 0) return { value: null, issues: refused };
  const asOf = request.asOf === null ? null : new Date(request.asOf).toISOString().slice(0, 10);
  const faults = priceFaults(history, asOf, request);
  const issues: Issue[] = [...faultIssues(faults)];
  const panel = pricePanel(history, { asOf, missing: request.missing });
  const chosen = await chooseEstimator(panel, request, pause);
  issues.push(...chosen.issues);
  if (chosen.value === null) return { value: null, issues };
  const { estimator, selection } = chosen.value;
  const returns = { kind: request.returns, days: request.days, overlapping: request.overlapping };
  const terms = { returns, minimumReturns: request.minReturns };
  await pause();
  const byFormula = await estimateMatrix(panel, estimator, terms, pause);
  issues.push(...undeterminedIssues(panel.names, byFormula.pairs, request.minReturns));
  issues.push(...commonDateIssues(panel, estimator, byFormula));
  if (hasErrors(issues)) return { value: null, issues };
  const bootstrap = bootstrapTerms(byFormula, request);
  const estimated =
    bootstrap === null ? byFormula : await withBootstrap(panel, estimator, terms, byFormula, bootstrap, pause);
  const repaired = repairCorrelation(estimated.matrix);
  issues.push(...repairIssues(repaired, request.noRepair));
  if (hasErrors(issues)) return { value: null, issues };
  const facts = { panel, estimator, estimated, repaired, faults, bootstrap };
  return { value: { matrix: repaired.matrix, estimate: estimateSection(facts, request), selection }, issues };
}

function refusal(history: PriceHistory, { prices, select, estimator }: CorrelateRequest): Issue[] {
  if (select && estimator !== null) return [makeIssue('CFG_CONFLICT', { field: '--estimator', subject: '--select' })];
  return history.series.size < 2 ? [makeIssue('PRC_ONE_SERIES', { subject: prices ?? undefined })] : [];
}

function bootstrapTerms({ pairs }: MatrixEstimate, request: CorrelateRequest): BootstrapTerms | null {
  if (request.bootstrap === null) return null;
  const returns = pairs.reduce((most, { observations }) => Math.max(most, observations), 0);
  const block = request.block ?? blockLength(returns, request.overlapping ? request.days : 1);
  return { resamples: request.bootstrap, block, seed: request.seed };
}

function commonDateIssues(panel: PricePanel, { name }: Estimator, { pairs }: MatrixEstimate): Issue[] {
  const used = pairs[0]?.observations ?? 0;
  const isRagged = panel.groups.length > 1;
  if (!isShrinkage(name) || !isRagged) return [];
  return [
    makeIssue('COR_COMMON_DATES', {
      subject: name,
      detail: `${used} returns of the ${panel.dates.length} dates of the file`,
    }),
  ];
}

function repairIssues({ repaired, smallestEigenvalue, distance }: RepairedCorrelation, noRepair: boolean): Issue[] {
  if (!repaired) return [];
  const detail = `smallest eigenvalue ${smallestEigenvalue.toPrecision(4)}, distance ${distance.toPrecision(4)}`;
  return [makeIssue(noRepair ? 'RUN_CORRELATION_REFUSED' : 'RUN_CORRELATION_REPAIRED', { detail })];
}

import {
  DEFAULT_HALF_LIFE,
  ESTIMATORS,
  type Estimator,
  type EstimatorName,
  type PricePanel,
  returnsOnCommonDates,
  selectEstimator,
  selectionBlocks,
} from '../../correlation/index.js';
import { type Issue, makeIssue } from '../../domain/index.js';
import type { CorrelateSelection } from '../../schema/correlate/correlate-selection.js';
import type { CorrelateRequest } from './correlate-request.js';

/** An estimator, and how it was chosen where it was. */
export interface ChosenEstimator {
  readonly estimator: Estimator;
  readonly selection: CorrelateSelection | null;
}

/** Half-lives that are tried where none is asked for: RiskMetrics' daily decay, its monthly one, and a slow one. */
const HALF_LIVES = [11, DEFAULT_HALF_LIFE, 69];

/** The estimator of a request: the one named, else by how well each foretells; null with an error where none can be chosen. */
export async function chooseEstimator(
  panel: PricePanel,
  request: CorrelateRequest,
  pause: () => Promise<void>,
): Promise<{ readonly value: ChosenEstimator | null; readonly issues: readonly Issue[] }> {
  const { select, window, step } = request;
  const named = (name: EstimatorName, halfLife = request.halfLife ?? DEFAULT_HALF_LIFE): Estimator => ({
    name,
    halfLife,
    threshold: request.threshold,
    asPearson: request.asPearson,
  });
  if (!select) return { value: { estimator: named(request.estimator ?? 'sample'), selection: null }, issues: [] };
  const terms = { window, step, skip: request.overlapping ? request.days - 1 : 0 };
  const columns = returnsOnCommonDates(panel, {
    kind: request.returns,
    days: request.days,
    overlapping: request.overlapping,
  });
  const count = columns[0]?.length ?? 0;
  if (selectionBlocks(count, terms) === 0) {
    const expected = `at least ${window + terms.skip + step}`;
    return { value: null, issues: [makeIssue('COR_TOO_FEW_TO_SELECT', { value: String(count), expected })] };
  }
  const halfLives = request.halfLife === null ? HALF_LIVES : [request.halfLife];
  const candidates = ESTIMATORS.flatMap((name) =>
    name === 'ewma' ? halfLives.map((halfLife) => named(name, halfLife)) : [named(name)],
  );
  const { blocks, records } = await selectEstimator(columns, candidates, terms, pause);
  const best = records[0]!;
  if (best.score === null) return { value: null, issues: [makeIssue('COR_NONE_TO_SELECT')] };
  const scores = records.map(({ estimator, score, standardError, failed }) => ({
    estimator: estimator.name,
    halfLife: estimator.name === 'ewma' ? estimator.halfLife : null,
    score,
    standardError,
    failed,
    best: estimator === best.estimator,
  }));
  return { value: { estimator: best.estimator, selection: { window, step, blocks, scores } }, issues: [] };
}

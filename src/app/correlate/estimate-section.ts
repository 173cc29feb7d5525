import {
  type BootstrapTerms,
  columnVolatilities,
  type Estimator,
  INTERVAL_LEVEL,
  isShrinkage,
  type MatrixEstimate,
  type PriceFault,
  type PricePanel,
  type RepairedCorrelation,
} from '../../correlation/index.js';
import type { CorrelateEstimate, EstimatedPair } from '../../schema/correlate/correlate-estimate.js';
import type { CorrelateRequest } from './correlate-request.js';

/** What the section is made from. */
export interface EstimateFacts {
  readonly panel: PricePanel;
  readonly estimator: Estimator;
  readonly estimated: MatrixEstimate;
  readonly repaired: RepairedCorrelation;
  readonly faults: readonly PriceFault[];
  /** Null for standard errors by formula. */
  readonly bootstrap: BootstrapTerms | null;
}

/** The document's section on how the matrix was estimated and how much is known of it. */
export function estimateSection(facts: EstimateFacts, request: CorrelateRequest): CorrelateEstimate {
  const { panel, estimator, estimated, repaired, faults, bootstrap } = facts;
  const { name, halfLife, threshold, asPearson } = estimator;
  const { days, overlapping } = request;
  const terms = { kind: request.returns, days, overlapping };
  return {
    estimator: name,
    halfLife: name === 'ewma' ? halfLife : null,
    threshold: name === 'gerber' ? threshold : null,
    asPearson: asPearson && (name === 'spearman' || name === 'kendall'),
    shrinkage: estimated.shrinkage,
    returns: request.returns,
    days,
    overlapping,
    missing: isShrinkage(name) ? 'common' : request.missing,
    from: panel.dates[0] ?? '',
    to: panel.dates.at(-1) ?? '',
    dates: panel.dates.length,
    volatilities: columnVolatilities(panel, terms, name === 'ewma' ? halfLife : null).map((line) => ({ ...line })),
    pairs: pairLines(facts),
    interval: {
      method: bootstrap === null ? 'analytic' : 'bootstrap',
      level: INTERVAL_LEVEL,
      resamples: bootstrap?.resamples ?? null,
      block: bootstrap?.block ?? null,
    },
    smallestEigenvalue: repaired.smallestEigenvalue,
    repaired: repaired.repaired,
    distance: repaired.distance,
    faults: faults.map((fault) => ({ ...fault })),
  };
}

function pairLines({ panel, estimated, repaired }: EstimateFacts): EstimatedPair[] {
  const n = panel.names.length;
  return estimated.pairs.map(({ i, j, correlation, undetermined: _, ...known }) => ({
    a: panel.names[i]!,
    b: panel.names[j]!,
    correlation: repaired.matrix.values[i * n + j]!,
    estimated: correlation,
    ...known,
  }));
}

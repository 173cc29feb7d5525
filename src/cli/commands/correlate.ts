import type { CorrelateRequest } from '../../app/correlate/correlate-request.js';
import type { HedgesRequest } from '../../app/correlate/hedges/hedges-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { optionsInEffect } from '../options-in-effect.js';
import { runDocument } from './run-document.js';

/** `margo correlate PRICES`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runCorrelate(correlateRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make. */
export function correlateRequest(invocation: Invocation): CorrelateRequest {
  const options = invocation.options as OptionsOf<'correlate'>;
  return {
    prices: invocation.argument,
    asOf: options.asOf,
    estimator: options.estimator,
    select: options.select,
    window: options.window,
    step: options.step,
    halfLife: options.halfLife,
    threshold: options.threshold,
    asPearson: options.asPearson,
    returns: options.returns,
    days: options.days,
    overlapping: options.overlapping ?? true,
    missing: options.missing,
    minReturns: options.minReturns,
    bootstrap: options.bootstrap,
    block: options.block,
    gapDays: options.gapDays,
    staleAfter: options.staleAfter,
    noRepair: options.noRepair,
    matrix: options.matrix,
    repair: {
      method: options.repair,
      weights: options.weights,
      fix: options.fix,
      target: options.target,
    },
    hedges: hedgesRequest(invocation, options),
    seed: options.seed,
    optionsInEffect: optionsInEffect('correlate', invocation),
  };
}

/** What `--hedges` asks for; null without it. */
function hedgesRequest(invocation: Invocation, options: OptionsOf<'correlate'>): HedgesRequest | null {
  if (options.hedges === null) return null;
  return {
    book: {
      positions: options.hedges,
      market: options.market,
      correlations: options.correlations,
      prices: invocation.argument,
      dividends: options.dividends,
      account: null,
      limits: null,
      limitTexts: [],
      keepTexts: [],
      model: options.model,
      parameters: options.parameters,
      parameterOverrides: invocation.parameterOverrides,
      asOf: options.asOf,
      currency: options.currency,
      noRepair: options.noRepair,
      venue: options.venue,
      seed: options.seed,
      optionsInEffect: {},
    },
    stressDays: options.stressDays,
    threshold: options.effective,
  };
}

import type { CorrelateRequest } from '../../app/correlate/correlate-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { optionsInEffect } from '../options-in-effect.js';
import { runDocument } from './run-document.js';

/** `margo correlate PRICES`. */
export function run(invocation: Invocation): Promise<number> {
  const options = invocation.options as OptionsOf<'correlate'>;
  const request: CorrelateRequest = {
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
    seed: options.seed,
    optionsInEffect: optionsInEffect('correlate', invocation),
  };
  return runDocument(invocation, () => invocation.services.runCorrelate(request, invocation.io));
}

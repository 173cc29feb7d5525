import type { StressRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo stress POSITIONS`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runStress(stressRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make. */
export function stressRequest(invocation: Invocation): StressRequest {
  const options = invocation.options as OptionsOf<'stress'>;
  const { parameterRanges, allParameters } = options;
  const { what, scenariosFile, byInstrument, windowDays, worst, episodes, dates, from, to, until } = options;
  return {
    ...commonRequest(invocation),
    limits: null,
    limitTexts: [],
    what,
    scenariosFile,
    byInstrument,
    windowDays,
    worst,
    episodes,
    dates,
    from,
    to,
    until,
    parameterRanges,
    allParameters,
    blocks: options.blocks,
    pair: options.pair,
    pairMove: options.pairMove,
    regimes: options.regimes,
    regimeWindow: options.regimeWindow,
    within: options.within,
    correlationBounds: options.correlationBounds,
    distance: options.distance,
    failAbove: options.failAbove,
    maxLoss: options.maxLoss,
  };
}

import type { WhatIfRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo whatif POSITIONS --trades FILE`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runWhatIf(whatIfRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make; `margo verify` makes it again from a document's manifest. */
export function whatIfRequest(invocation: Invocation): WhatIfRequest {
  const options = invocation.options as OptionsOf<'whatif'>;
  return {
    ...commonRequest(invocation),
    depth: options.depth,
    fees: options.fees,
    maker: options.maker,
    trades: options.tradesFile,
    horizonDays: options.horizon,
    horizonRule: options.horizonRule,
  };
}

import type { CollateralRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo collateral ASSETS`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runCollateral(collateralRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make; `margo verify` makes it again from a document's manifest. */
export function collateralRequest(invocation: Invocation): CollateralRequest {
  const options = invocation.options as OptionsOf<'collateral'>;
  const { positions: assets, ...common } = commonRequest(invocation);
  return {
    ...common,
    account: null,
    limits: null,
    limitTexts: [],
    assets,
    requirements: options.require,
    horizonDays: options.horizon,
    timeLimit: options.timeLimit,
    relativeGap: options.gap,
  };
}

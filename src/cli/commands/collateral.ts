import type { CollateralRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo collateral ASSETS`. */
export function run(invocation: Invocation): Promise<number> {
  const options = invocation.options as OptionsOf<'collateral'>;
  const { positions: assets, ...common } = commonRequest(invocation);
  const request: CollateralRequest = {
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
  return runDocument(invocation, () => invocation.services.runCollateral(request, invocation.io));
}

import type { WhatIfRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo whatif POSITIONS --trades FILE`. */
export function run(invocation: Invocation): Promise<number> {
  const options = invocation.options as OptionsOf<'whatif'>;
  const request: WhatIfRequest = {
    ...commonRequest(invocation),
    trades: options.tradesFile,
    horizonDays: options.horizon,
  };
  return runDocument(invocation, () => invocation.services.runWhatIf(request, invocation.io));
}

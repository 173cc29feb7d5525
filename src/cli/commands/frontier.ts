import type { FrontierRequest } from '../../app/request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { searchRequest } from '../search-request.js';
import { runDocument } from './run-document.js';

/** `margo frontier POSITIONS`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runFrontier(frontierRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make; `margo verify` makes it again from a document's manifest. */
export function frontierRequest(invocation: Invocation): FrontierRequest {
  const options = invocation.options as OptionsOf<'frontier'>;
  return {
    ...searchRequest(invocation),
    along: options.along,
    scope: options.scope,
    points: options.points,
    // What belongs to one answer, not to a curve of them.
    requireImprovement: false,
    explain: false,
    secondAim: null,
    robust: null,
    robustFiles: {},
  };
}

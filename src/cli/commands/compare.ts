import type { CompareRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo compare POSITIONS --models a,b,c`. */
export function run(invocation: Invocation): Promise<number> {
  const options = invocation.options as OptionsOf<'compare'>;
  const request: CompareRequest = {
    ...commonRequest(invocation),
    model: '',
    parameters: null,
    models: options.ruleBooks.flatMap((text) => text.split(',')).map((name) => name.trim()),
    failAbove: options.failAbove,
  };
  return runDocument(invocation, () => invocation.services.runCompare(request, invocation.io));
}

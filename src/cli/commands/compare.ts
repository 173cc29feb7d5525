import type { CompareRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo compare POSITIONS --models a,b,c`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runCompare(compareRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make; `margo verify` makes it again from a document's manifest. */
export function compareRequest(invocation: Invocation): CompareRequest {
  const options = invocation.options as OptionsOf<'compare'>;
  return {
    ...commonRequest(invocation),
    model: '',
    parameters: null,
    models: options.ruleBooks.flatMap((text) => text.split(',')).map((name) => name.trim()),
    failAbove: options.failAbove,
  };
}

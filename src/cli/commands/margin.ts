import type { MarginRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo margin POSITIONS`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runMargin(marginRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make; `margo verify` makes it again from a document's manifest. */
export function marginRequest(invocation: Invocation): MarginRequest {
  const options = invocation.options as OptionsOf<'margin'>;
  return { ...commonRequest(invocation), failAbove: options.failAbove };
}

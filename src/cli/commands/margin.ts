import type { MarginRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo margin POSITIONS`. */
export function run(invocation: Invocation): Promise<number> {
  const options = invocation.options as OptionsOf<'margin'>;
  const request: MarginRequest = { ...commonRequest(invocation), failAbove: options.failAbove };
  return runDocument(invocation, () => invocation.services.runMargin(request, invocation.io));
}

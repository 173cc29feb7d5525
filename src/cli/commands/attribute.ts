import type { AttributeRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo attribute POSITIONS`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runAttribute(attributeRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make; `margo verify` makes it again from a document's manifest. */
export function attributeRequest(invocation: Invocation): AttributeRequest {
  const options = invocation.options as OptionsOf<'attribute'>;
  return { ...commonRequest(invocation), by: options.by, top: options.top };
}

import type { VerifyRequest } from '../../app/verify/recorded-run.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { optionsInEffect } from '../options-in-effect.js';
import { recordedRequest } from '../recorded-request.js';
import { runDocument } from './run-document.js';

/** `margo verify DOCUMENT`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runVerify(verifyRequest(invocation), invocation.io));
}

function verifyRequest(invocation: Invocation): VerifyRequest {
  const options = invocation.options as OptionsOf<'verify'>;
  return {
    document: invocation.argument ?? '-',
    inputs: options.inputs,
    replaced: options.input,
    recreate: (recorded) => recordedRequest(recorded, invocation),
    optionsInEffect: optionsInEffect('verify', invocation),
  };
}

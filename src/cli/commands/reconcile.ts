import type { ReconcileRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { parseTolerance } from '../settings/parse-tolerance.js';
import { runDocument } from './run-document.js';

/** `margo reconcile CASES`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runReconcile(reconcileRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make; `margo verify` makes it again from a document's manifest. */
export function reconcileRequest(invocation: Invocation): ReconcileRequest {
  const options = invocation.options as OptionsOf<'reconcile'>;
  const { positions: cases, ...common } = commonRequest(invocation);
  const tolerance = parseTolerance(options.tolerance);
  if (tolerance === null) throw new Error(`--tolerance '${options.tolerance}' was not checked`);
  return { ...common, limits: null, limitTexts: [], cases, tolerance };
}

import type { ReconcileRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { parseTolerance } from '../settings/parse-tolerance.js';
import { runDocument } from './run-document.js';

/** `margo reconcile CASES`. */
export function run(invocation: Invocation): Promise<number> {
  const options = invocation.options as OptionsOf<'reconcile'>;
  const { positions: cases, ...common } = commonRequest(invocation);
  const tolerance = parseTolerance(options.tolerance);
  if (tolerance === null) throw new Error(`--tolerance '${options.tolerance}' was not checked`);
  const request: ReconcileRequest = { ...common, limits: null, limitTexts: [], cases, tolerance };
  return runDocument(invocation, () => invocation.services.runReconcile(request, invocation.io));
}

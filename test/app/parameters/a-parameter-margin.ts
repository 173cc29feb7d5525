import { loadInputs } from '../../../src/app/load-inputs.js';
import { ParameterMargin } from '../../../src/app/parameters/parameter-margin.js';
import { type PreparedRun, prepareRun } from '../../../src/app/prepare-run.js';
import type { CommonRequest } from '../../../src/app/request.js';
import { aMarginRequest, anIo } from '../a-world.js';

/** A folder's book under a rule book, ready to have its figures bumped. */
export async function aParameterMargin(
  folder: string,
  changes: Partial<CommonRequest> = {},
): Promise<{ readonly margin: ParameterMargin; readonly run: PreparedRun }> {
  const request = aMarginRequest(folder, changes);
  const { inputs } = await loadInputs(request, anIo());
  const { run, issues } = prepareRun(request, inputs, anIo(), []);
  if (run === null) throw new Error(JSON.stringify(issues));
  return { margin: new ParameterMargin(run, run.quantities, inputs.prices), run };
}

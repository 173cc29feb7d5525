import { loadInputs } from '../../src/app/load-inputs.js';
import { type PreparedRun, prepareRun } from '../../src/app/prepare-run.js';
import type { MarginRequest } from '../../src/app/request.js';
import { aMarginRequest, anIo } from './a-world.js';

/** A fixture ready to be asked, with further instruments of its market by name. @throws when it is refused */
export async function aPreparedRun(
  folder: string,
  changes: Partial<MarginRequest> = {},
  further: readonly string[] = [],
): Promise<PreparedRun> {
  const request = aMarginRequest(folder, changes);
  const { inputs } = await loadInputs(request, anIo());
  const instruments = further.map((name) => inputs.market.quotes.get(name)!.instrument);
  const { run, issues } = prepareRun(request, inputs, anIo(), instruments);
  if (run === null) throw new Error(JSON.stringify(issues));
  return run;
}

import type { Issue } from '../domain/index.js';
import type { Status } from '../schema/envelope.js';
import { type ExitName, exitCode } from './exit-codes.js';

const BY_STATUS: Readonly<Record<Exclude<Status, 'error'>, ExitName>> = {
  ok: 'ok',
  no: 'no',
  infeasible: 'infeasible',
  stopped: 'stopped',
};

/**
 * The exit code of a finished run. A document of status `error` is 3, input refused, unless everything that is wrong with it is a
 * matter of usage or configuration (codes `CFG_...`), which is 2; a solver without an answer is a fault of ours, 70.
 */
export function exitCodeOf(outcome: {
  readonly status: Status;
  readonly issues: readonly Issue[];
  readonly result?: unknown;
}): number {
  if (outcome.status !== 'error') return exitCode(BY_STATUS[outcome.status]);
  const errors = outcome.issues.filter((issue) => issue.severity === 'error');
  // Where some of many cases were refused it is their files that are at fault, whatever was wrong in them.
  const isPartial = outcome.result !== undefined && outcome.result !== null;
  const usage = !isPartial && errors.length > 0 && errors.every((issue) => issue.code.startsWith('CFG_'));
  const solver = errors.some((issue) => issue.code === 'OPT_SOLVER_FAILED');
  return exitCode(usage ? 'usage' : solver ? 'fault' : 'refused');
}

import type { RecordedCommand, RecordedRequest, RecordedRun } from '../app/verify/recorded-run.js';
import { type Issue, makeIssue, type Parsed } from '../domain/index.js';
import { allocateRequest } from './allocate-request.js';
import { COMMAND_TABLE } from './command-table.js';
import { attributeRequest } from './commands/attribute.js';
import { collateralRequest } from './commands/collateral.js';
import { compareRequest } from './commands/compare.js';
import { correlateRequest } from './commands/correlate.js';
import { frontierRequest } from './commands/frontier.js';
import { marginRequest } from './commands/margin.js';
import { optimizeRequest } from './commands/optimize.js';
import { reconcileRequest } from './commands/reconcile.js';
import { stressRequest } from './commands/stress.js';
import { whatIfRequest } from './commands/whatif.js';
import type { Flag } from './flag.js';
import { flagsOf } from './flags-of.js';
import type { Invocation } from './invocation.js';
import { checkValue } from './settings/check-value.js';
import { mergeOptions } from './settings/merge-options.js';

/** Model parameters stand among the options as `model.NAME`. */
const PARAMETER = 'model.';

/**
 * The request that the manifest of a document came from: its options checked as those of a command line are, its inputs where
 * they are now. Whatever option a command has or will have is among them, for the manifest has all that change a figure.
 */
export function recordedRequest(recorded: RecordedRun, invocation: Invocation): Parsed<RecordedRequest | null> {
  const { command, options, files } = recorded;
  const name = command === 'allocate' ? 'optimize' : command;
  const flags = flagsOf(name);
  const issues: Issue[] = [];
  const values: Record<string, unknown> = {};
  const parameters: Record<string, unknown> = {};
  for (const [key, raw] of Object.entries(options)) {
    const flag = flags.find((one) => one.key === key && one.role === undefined);
    if (key.startsWith(PARAMETER)) parameters[key.slice(PARAMETER.length)] = raw;
    else if (flag === undefined) issues.push(unusable(key, 'this version has no such option'));
    else if (raw !== null) take(flag, raw, values, issues);
  }
  for (const flag of flags) {
    const file = flag.role === 'input' ? files.get(flag.name) : undefined;
    if (file !== undefined) values[flag.key] = file;
  }
  const names = files.get('names');
  if (names !== undefined) values.candidates = names;
  const robust = files.get('robust');
  if (robust !== undefined) values.robust = robust;
  if (command === 'correlate') takeCorrelateFiles(files, values);
  const role = ARGUMENTS[command] ?? 'positions';
  // The venues of an allocation may each have positions of their own.
  const argument = files.get(role) ?? (command === 'allocate' ? '-' : undefined);
  // A matrix is looked over, and a book's offsets are found, without prices.
  if (argument === undefined && command !== 'correlate')
    issues.push(makeIssue('VFY_CANNOT_REBUILD', { field: 'inputs', detail: `it has no ${role}` }));
  if (issues.length > 0) return { value: null, issues };
  const merged = mergeOptions(flags, [{ values, parameters }]);
  const entry = COMMAND_TABLE.find((one) => one.name === name)!;
  const again: Invocation = { ...invocation, command: entry, argument: argument ?? null, ...merged };
  const request = requestOf(recorded, again);
  if (request === null) issues.push(makeIssue('VFY_CANNOT_REBUILD', { field: 'inputs', detail: 'it has no venues' }));
  return { value: request, issues };
}

/** The role of what a command takes as its argument, where that is no book. */
const ARGUMENTS: Partial<Record<RecordedCommand, string>> = {
  reconcile: 'cases',
  collateral: 'collateral',
  correlate: 'prices',
};

/** Files of a run of `correlate` whose roles are not the names of the flags that gave them. */
function takeCorrelateFiles(files: RecordedRun['files'], values: Record<string, unknown>): void {
  // Without a book the one file of correlations is that which was looked over.
  const keys: Record<string, string> = files.has('positions')
    ? { positions: 'hedges', correlations: 'correlations' }
    : { correlations: 'matrix', target: 'target', weights: 'weights' };
  delete values.correlations;
  for (const [role, key] of Object.entries(keys)) {
    const file = files.get(role);
    if (file !== undefined) values[key] = file;
  }
}

/** Null for an allocation without its venues. */
function requestOf({ command, options, files }: RecordedRun, again: Invocation): RecordedRequest | null {
  // An input that lies elsewhere now is not another option.
  const told = { optionsInEffect: options };
  switch (command) {
    case 'margin':
      return { command, request: { ...marginRequest(again), ...told } };
    case 'optimize':
      return { command, request: { ...optimizeRequest(again), ...told, robustFiles: Object.fromEntries(files) } };
    case 'whatif':
      return { command, request: { ...whatIfRequest(again), ...told } };
    case 'frontier':
      return { command, request: { ...frontierRequest(again), ...told } };
    case 'attribute':
      return { command, request: { ...attributeRequest(again), ...told } };
    case 'compare':
      return { command, request: { ...compareRequest(again), ...told } };
    case 'reconcile':
      return { command, request: { ...reconcileRequest(again), ...told } };
    case 'stress':
      return { command, request: { ...stressRequest(again), ...told } };
    case 'correlate':
      return { command, request: { ...correlateRequest(again), ...told } };
    case 'collateral':
      return { command, request: { ...collateralRequest(again), ...told } };
    case 'allocate': {
      const venues = files.get('allocate');
      const asked = venues === undefined ? null : allocateRequest(again, venues);
      return asked === null || 'issues' in asked ? null : { command, request: { ...asked.request, ...told } };
    }
  }
}

function take(flag: Flag, raw: unknown, values: Record<string, unknown>, issues: Issue[]): void {
  // Instants are recorded as milliseconds, and written as dates.
  const isInstant = flag.type === 'instant' && typeof raw === 'number' && Math.abs(raw) <= 8.64e15;
  const checked = checkValue(flag, isInstant ? new Date(raw).toISOString() : raw);
  if ('value' in checked) values[flag.key] = checked.value;
  else issues.push(unusable(flag.key, `${JSON.stringify(raw)} should be ${checked.expected}`));
}

function unusable(key: string, detail: string): Issue {
  return makeIssue('VFY_CANNOT_REBUILD', { field: `options.${key}`, detail });
}

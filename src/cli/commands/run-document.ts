import type { Outcome } from '../../app/outcome.js';
import type { Issue } from '../../domain/index.js';
import { exitCodeOf } from '../exit-code-of.js';
import { exitCode } from '../exit-codes.js';
import { inputFiles, standardInputIssues } from '../input-files.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { isColored } from '../output/is-colored.js';
import { type OutputTarget, outputTarget } from '../output/output-target.js';
import { reportIssues } from '../output/report-issues.js';
import { writeOutput } from '../output/write-output.js';
import { writeText } from '../output/write-text.js';
import { refuseUsage } from '../refuse-usage.js';

/**
 * What every command that prints a document does: looks at its streams and target, lets the use case run, writes the document, then
 * the issues, and returns the exit code. A refused run prints its envelope in the formats for machines, and nothing in the others.
 */
export async function runDocument<R>(invocation: Invocation, useCase: () => Promise<Outcome<R>>): Promise<number> {
  const { io, services } = invocation;
  const options = invocation.options as OptionsOf<'models'>;
  const inputs = inputFiles(invocation);
  const stdinIssues = standardInputIssues(inputs, inputs.some(({ file }) => file === '-') ? io.stdin : {});
  if (stdinIssues.length > 0) return refuseUsage(invocation, stdinIssues);
  const looked = await outputTarget(options.output, io.cwd, inputs);
  if ('issue' in looked) return refuseUsage(invocation, [looked.issue]);

  const outcome = await useCase();
  if (io.signal.aborted) return handedOver(outcome, looked.target, invocation);
  const code = exitCodeOf(outcome);
  const failure = await writeDocument(outcome, looked.target, invocation);
  io.signal.throwIfAborted();
  if (failure !== null) return refuseUsage(unlessBroken(invocation, looked.target), [...outcome.issues, failure]);
  await reportIssues(outcome.issues, { quiet: options.quiet, color: options.color, exitCode: code }, io, services);
  return code;
}

/** An interrupted search hands over the best book it found; anything else is left unfinished. */
async function handedOver(outcome: Outcome<unknown>, target: OutputTarget, invocation: Invocation): Promise<number> {
  const { io } = invocation;
  if (outcome.status !== 'stopped' || outcome.result === null) throw io.signal.reason;
  const failure = await writeDocument(outcome, target, invocation);
  if (failure !== null) throw io.signal.reason;
  await writeText(io.stderr, 'margo: interrupted, with the best found so far\n');
  return exitCode('interrupted');
}

/** No envelope onto a standard output that has just failed. */
function unlessBroken(invocation: Invocation, { kind }: OutputTarget): Invocation {
  return kind === 'stdout' ? { ...invocation, options: { ...invocation.options, format: 'table' } } : invocation;
}

async function writeDocument(
  outcome: Outcome<unknown>,
  target: OutputTarget,
  { io, services, options }: Invocation,
): Promise<Issue | null> {
  const { format, color } = options as OptionsOf<'models'>;
  const forMachines = format === 'json' || format === 'ndjson';
  if (outcome.status === 'error' && outcome.result === null && !forMachines) return null;
  const onTerminal = target.kind === 'stdout' && io.stdout.isTTY === true;
  const text = await services.render(outcome, {
    format,
    width: (onTerminal ? io.stdout.columns : undefined) ?? 80,
    color: isColored(target.kind === 'stdout' ? io.stdout : {}, color, target.kind === 'stdout' ? io.env : {}),
  });
  return writeOutput(target, text, io);
}

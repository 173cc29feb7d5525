/**
 * The command line: argv, MARGO_OPTIONS and configuration become a request, a document becomes text on a stream, an outcome becomes an
 * exit code. Joins app and render; knows no figure. `--help` and `--version` load commander and the tables, nothing else.
 */
import type { Io, Issue } from '../domain/index.js';
import type { ParsedArgv } from './argv/parse-argv.js';
import { parseArgv } from './argv/parse-argv.js';
import type { CommandEntry } from './command-table.js';
import { exitCode } from './exit-codes.js';
import type { CommandName } from './flag.js';
import type { Invocation } from './invocation.js';
import type { Options } from './options.js';
import { writeText } from './output/write-text.js';
import { REAL_SERVICES } from './real-services.js';
import type { Services } from './services.js';

export { processIo } from './process-io.js';

const COMMANDS: Readonly<Record<CommandName, () => Promise<{ run: (invocation: Invocation) => Promise<number> }>>> = {
  margin: () => import('./commands/margin.js'),
  optimize: () => import('./commands/optimize.js'),
  whatif: () => import('./commands/whatif.js'),
  models: () => import('./commands/models.js'),
  schema: () => import('./commands/schema.js'),
  completion: () => import('./commands/completion.js'),
  help: () => import('./commands/help.js'),
};

/**
 * Runs margo.
 *
 * @param argv arguments without node and script
 * @param io streams, environment, clock, abort signal
 * @param services the other rooms; tests hand in their own
 * @returns the exit code; never rejects
 */
export async function main(argv: readonly string[], io: Io, services: Services = REAL_SERVICES): Promise<number> {
  try {
    return await orAborted(dispatch(argv, io, services), io.signal);
  } catch (error) {
    if (!io.signal.aborted) return reportFault(error, argv, io, services);
    await writeText(io.stderr, 'margo: interrupted\n');
    return exitCode('interrupted');
  }
}

async function dispatch(argv: readonly string[], io: Io, services: Services): Promise<number> {
  const parsed = parseArgv(argv);
  switch (parsed.kind) {
    case 'text':
      await writeText(io.stdout, parsed.text);
      return 0;
    case 'bare':
      await writeText(io.stderr, parsed.help);
      return exitCode('usage');
    case 'refused': {
      const { usageIssue } = await import('./argv/usage-issue.js');
      const issue = usageIssue(parsed.code, parsed.sentence, parsed.command);
      return refuse(parsed.command, guessedOptions(argv, io), [issue], io, services);
    }
    case 'run':
      return runCommand(parsed, io, services);
  }
}

async function runCommand(
  { command, argument, typed }: Extract<ParsedArgv, { kind: 'run' }>,
  io: Io,
  services: Services,
): Promise<number> {
  const { resolveOptions } = await import('./settings/resolve-options.js');
  const { value, issues } = await resolveOptions(command.name, typed, io, services.readConfig);
  if (issues.some(({ severity }) => severity === 'error')) {
    return refuse(command, value.options, issues, io, services);
  }
  const { run } = await COMMANDS[command.name]();
  return run({ command, argument, ...value, io, services });
}

async function refuse(
  command: CommandEntry | null,
  options: Options,
  issues: readonly Issue[],
  io: Io,
  services: Services,
): Promise<number> {
  const { refuseUsage } = await import('./refuse-usage.js');
  return refuseUsage({ command, options, io, services }, issues);
}

/** What a command line that could not be read seems to want of its output: scripts that asked for JSON get JSON. */
function guessedOptions(argv: readonly string[], io: Io): Options {
  const words = [...(io.env.MARGO_OPTIONS ?? '').split(/\s+/), ...argv];
  const format = words.findLast(
    (word, i) => word === '--json' || word.startsWith('--format=') || words[i - 1] === '--format',
  );
  return {
    format: format?.replace('--json', 'json').replace('--format=', ''),
    ...(words.includes('--no-color') ? { color: false } : {}),
  };
}

async function reportFault(error: unknown, argv: readonly string[], io: Io, services: Services): Promise<number> {
  const fault = await import('./report-fault.js');
  return fault.reportFault(error, { argv, options: guessedOptions(argv, io), io, services });
}

/** The work's result, or a rejection as soon as the signal aborts, whatever the work is waiting for. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

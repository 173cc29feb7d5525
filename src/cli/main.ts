/**
 * The command line: argv, MARGO_OPTIONS and configuration become a request, a document becomes text on a stream, an outcome becomes an
 * exit code. Joins app and render; knows no figure. `--help` and `--version` load commander and the tables, nothing else.
 */
import type { Io } from '../domain/index.js';
import { type ParsedArgv, parseArgv } from './argv/parse-argv.js';
import { exitCode } from './exit-codes.js';
import type { Options } from './options.js';
import { writeText } from './output/write-text.js';
import { REAL_SERVICES } from './real-services.js';
import type { Services } from './services.js';

export { helpPages } from './help/help-pages.js';
export { processIo } from './process-io.js';

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
    const parsed = parseArgv(argv);
    return await orAborted(dispatch(parsed, argv, io, services), io.signal, graceOf(parsed));
  } catch (error) {
    if (!io.signal.aborted) return reportFault(error, argv, io, services);
    await writeText(io.stderr, 'margo: interrupted\n');
    return exitCode('interrupted');
  }
}

async function dispatch(parsed: ParsedArgv, argv: readonly string[], io: Io, services: Services): Promise<number> {
  switch (parsed.kind) {
    case 'text':
      await writeText(io.stdout, parsed.text);
      return 0;
    case 'bare':
      await writeText(io.stderr, parsed.help);
      return exitCode('usage');
    case 'refused':
      return (await import('./run-command.js')).refuseArgv(parsed, guessedOptions(argv, io), io, services);
    case 'run':
      return (await import('./run-command.js')).runCommand(parsed, io, services);
  }
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
  const { reportFault: report } = await import('./run-command.js');
  return report(error, { argv, options: guessedOptions(argv, io), io, services });
}

/** Commands that have a usable answer when they are interrupted: the best book so far. */
const SEARCHES = new Set(['optimize', 'frontier']);
/** How long an interrupted search has for handing over what it found; a second interruption ends it at once. */
const GRACE_MS = 3000;

function graceOf(parsed: ParsedArgv): number {
  return parsed.kind === 'run' && SEARCHES.has(parsed.command.name) ? GRACE_MS : 0;
}

/** The work's result, or a rejection as soon as the signal has aborted and the grace is over, whatever the work is waiting for. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal, grace: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      if (grace === 0) reject(signal.reason);
      else setTimeout(() => reject(signal.reason), grace).unref();
    };
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

import module from 'node:module';
import { join } from 'node:path';
import type * as Program from '../main.js';
import { CachedModules } from './cached-modules.js';
import { helpPage } from './help-page.js';

const PROGRAM = 'cli.cjs';

/** Starts margo in a process of its own: a help page at once, anything else by the program. Sets the exit code. */
export function start(argv: readonly string[], process: NodeJS.Process): void {
  const page = helpPage(argv, join(__dirname, 'help'));
  if (page === null) {
    void run(argv, process);
    return;
  }
  // A page that cannot be written is told by the program, which tries again.
  process.stdout.once('error', () => void run(argv, process));
  process.stdout.write(page);
}

async function run(argv: readonly string[], process: NodeJS.Process): Promise<void> {
  const { main, processIo } = loadProgram();
  const io = processIo();
  const code = await main(argv, io);
  // An interrupted run may still wait for something; nobody waits for it.
  if (io.signal.aborted) process.exit(code);
  process.exitCode = code;
}

function loadProgram(): typeof Program {
  const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
  if (enableCompileCache === undefined) return new CachedModules(__dirname).load(PROGRAM) as typeof Program;
  enableCompileCache();
  return module.createRequire(__filename)(`./${PROGRAM}`) as typeof Program;
}

import { type Io, makeIssue } from '../domain/index.js';
import { VERSION } from '../domain/version.js';
import { COMMAND_TABLE } from './command-table.js';
import { exitCode } from './exit-codes.js';
import type { Options } from './options.js';
import { WriteFailed } from './output/write-failed.js';
import { writeText } from './output/write-text.js';
import { refuseUsage } from './refuse-usage.js';
import type { Services } from './services.js';

/** What was going on when margo broke. */
export interface FaultScene {
  readonly argv: readonly string[];
  readonly options: Options;
  readonly io: Io;
  readonly services: Services;
}

/**
 * Tells of a fault of margo itself: what broke and how to report it; the stack only with MARGO_DEBUG=1. When even the usual way of
 * telling is broken, a bare line is written. A stream that takes no more is no fault of margo.
 */
export async function reportFault(error: unknown, { argv, options, io, services }: FaultScene): Promise<number> {
  const message = error instanceof Error ? error.message : String(error);
  const command = COMMAND_TABLE.find(({ name }) => name === argv[0]) ?? null;
  if (error instanceof WriteFailed) {
    const value = error.stream === io.stderr ? 'standard error' : 'standard output';
    const issue = makeIssue('CFG_OUTPUT_FAILED', { value, detail: message });
    return refuseUsage({ command, options, io, services }, [issue]);
  }
  const detail = `${message} (margo ${VERSION}, node ${process.version})`;
  try {
    await refuseUsage({ command, options, io, services }, [makeIssue('FAULT_INTERNAL', { detail })], 'fault');
  } catch {
    await tell(io, `margo: this is a fault of margo, not of your data: ${detail}\n`);
  }
  if (io.env.MARGO_DEBUG === '1' && error instanceof Error) await tell(io, `${error.stack ?? ''}\n`);
  return exitCode('fault');
}

/** When standard error itself is broken there is nobody left to tell. */
function tell(io: Io, text: string): Promise<void> {
  return writeText(io.stderr, text).catch(() => undefined);
}

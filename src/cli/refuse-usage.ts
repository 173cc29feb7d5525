import type { Io, Issue } from '../domain/index.js';
import type { CommandEntry } from './command-table.js';
import { exitCode } from './exit-codes.js';
import type { Options } from './options.js';
import { errorDocument } from './output/error-document.js';
import { reportIssues } from './output/report-issues.js';
import { writeOutput } from './output/write-output.js';
import type { Services } from './services.js';

/** A command line as far as it was understood. */
export interface Misused {
  readonly command: CommandEntry | null;
  /** Options known by then; `format`, `quiet` and `color` are looked at. */
  readonly options: Options;
  readonly io: Io;
  readonly services: Services;
}

/**
 * Ends a run before or outside its use case: issues to standard error, the envelope with status `error` to standard output when the
 * format is one for machines. A failing run is never mute, so `--quiet` leaves the errors.
 */
export async function refuseUsage(
  { command, options, io, services }: Misused,
  issues: readonly Issue[],
  reason: 'usage' | 'fault' = 'usage',
): Promise<number> {
  const code = exitCode(reason);
  const { format, quiet, color } = options;
  const told = [...issues];
  const document = command === null ? null : errorDocument(command, issues, io);
  if (document !== null && (format === 'json' || format === 'ndjson')) {
    const failure = await writeOutput(
      { kind: 'stdout' },
      await services.render(document, { format, width: 80, color: false }),
      io,
    );
    if (failure !== null) told.push(failure);
  }
  const look = { quiet: quiet === true, color: typeof color === 'boolean' ? color : null, exitCode: code };
  await reportIssues(told, look, io, services);
  return code;
}

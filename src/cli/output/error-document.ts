import type { Outcome } from '../../app/outcome.js';
import type { Io, Issue } from '../../domain/index.js';
import { VERSION } from '../../domain/version.js';
import type { CommandEntry } from '../command-table.js';

/** The envelope of a run that never began, or that broke: status `error`, no result. Null for a command that prints no document. */
export function errorDocument(command: CommandEntry, issues: readonly Issue[], io: Io): Outcome<never> | null {
  if (command.document === null) return null;
  return {
    schema: command.document,
    status: 'error',
    manifest: {
      program: 'margo',
      version: VERSION,
      model: null,
      asOf: null,
      inputs: [],
      options: {},
      solver: null,
      seed: 0,
      startedAt: new Date(io.now()).toISOString(),
      timings: {},
    },
    result: null,
    issues,
  };
}

import type { Issue, SourceLocation } from '../../domain/index.js';
import type { CommandName, Flag } from '../flag.js';

/** One option as one source gave it, not yet checked. */
export interface Setting {
  readonly flag: Flag;
  /** Text from a command line or MARGO_OPTIONS; any JSON value from a file. */
  readonly raw: unknown;
  /** How a message names it: `--horizon`, `--horizon in MARGO_OPTIONS`, `optimize.horizon`. */
  readonly label: string;
  readonly at: SourceLocation | null;
  /** Set in the section of one command, so it holds for that one alone. */
  readonly only: CommandName | null;
}

/** What one source says: options in the order given (the later wins), model parameters by dotted name, and complaints. */
export interface SettingsLayer {
  readonly settings: readonly Setting[];
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly issues: readonly Issue[];
}

export const EMPTY_LAYER: SettingsLayer = { settings: [], parameters: {}, issues: [] };

/** The commands that exist; commands to come are added here when they are built. */
export type CommandName =
  | 'margin'
  | 'optimize'
  | 'frontier'
  | 'whatif'
  | 'attribute'
  | 'compare'
  | 'correlate'
  | 'collateral'
  | 'reconcile'
  | 'stress'
  | 'verify'
  | 'models'
  | 'schema'
  | 'completion'
  | 'help';

/**
 * How a flag's text becomes a value: `switch` takes no argument, `toggle` is `--x` / `--no-x`, `fraction` accepts `0.08` and `8%`,
 * `whole` is an integer, `instant` a date or time that becomes epoch milliseconds, `tolerance` an amount or a percentage that
 * stays as it is written, for the percent sign says which.
 */
export type FlagType =
  | 'switch'
  | 'toggle'
  | 'text'
  | 'file'
  | 'choice'
  | 'number'
  | 'fraction'
  | 'whole'
  | 'instant'
  | 'tolerance';

export type FlagGroup = 'Inputs' | 'Model' | 'Search' | 'Output' | 'Settings';

/** One line of the flag table: all that parsing, help, configuration, completion and the manifest need to know. */
export interface Flag {
  /** Name in a configuration file and in `--set`, and in the resolved options. */
  readonly key: string;
  /** Long name without dashes. */
  readonly name: string;
  readonly short?: string;
  /** Other long names that mean the same. */
  readonly aliases?: readonly string[];
  readonly type: FlagType;
  /** Placeholder of the argument in help; absent for switches and toggles. */
  readonly argument?: string;
  /** All values of a `choice`. */
  readonly choices?: readonly string[];
  /** What completion offers where more is accepted. */
  readonly offered?: readonly string[];
  /** Smallest number accepted. */
  readonly least?: number;
  /** Largest number accepted. */
  readonly most?: number;
  /** Numbers must be greater than this. */
  readonly above?: number;
  readonly repeatable?: true;
  readonly required?: true;
  /** Absent: false for a switch, no values for a repeatable flag, else null. */
  readonly default?: string | number;
  /** The default where the flag of this key is set by any source. */
  readonly defaultWith?: { readonly key: string; readonly value: string | number };
  readonly commands: readonly CommandName[];
  readonly group: FlagGroup;
  readonly about: string;
  /** A flag that is short for another flag's value (`--json` for `--format json`). */
  readonly shorthand?: { readonly key: string; readonly value: string };
  /** `no-file`: argv and MARGO_OPTIONS only; `argv`: the command line only. Absent: those, a configuration file and `--set`. */
  readonly from?: 'no-file' | 'argv';
  /** `input`: a file that is read, listed in `manifest.inputs`; `output`: changes no figure. Absent: listed in `manifest.options`. */
  readonly role?: 'input' | 'output';
}

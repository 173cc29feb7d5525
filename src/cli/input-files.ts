import { type Issue, makeIssue, robustSource } from '../domain/index.js';
import { flagsOf } from './flags-of.js';
import type { Invocation } from './invocation.js';

/** A file the run reads, and what for. */
export interface InputFile {
  readonly role: string;
  readonly file: string;
}

/** The input files of a run, `-` among them, by the name under which the user gave them. */
export function inputFiles({ command, argument, options }: Invocation): readonly InputFile[] {
  const files: InputFile[] = [];
  const { name } = command.argument;
  if (
    (name === 'POSITIONS' || name === 'CASES' || name === 'ASSETS' || name === 'PRICES' || name === 'DOCUMENT') &&
    argument !== null
  )
    files.push({ role: name, file: argument });
  for (const flag of flagsOf(command.name)) {
    const file = options[flag.key];
    const reads = flag.role === 'input' || flag.key === 'candidates' || flag.key === 'robust';
    const path = flag.key === 'robust' && typeof file === 'string' ? pathOf(file) : file;
    if (reads && typeof path === 'string') files.push({ role: `--${flag.name}`, file: path });
  }
  return files;
}

/** Standard input can be read once, and not when it is a terminal: a run that waits for someone to type has no prompt to say so. */
export function standardInputIssues(
  files: readonly InputFile[],
  stdin: { readonly isTTY?: boolean },
): readonly Issue[] {
  const roles = files.filter(({ file }) => file === '-').map(({ role }) => role);
  if (roles.length > 1) return [makeIssue('CFG_STDIN_TWICE', { value: '-', subject: roles.join(' and ') })];
  if (roles.length === 1 && stdin.isTTY === true) {
    return [makeIssue('CFG_STDIN_IS_TERMINAL', { field: roles[0], value: '-' })];
  }
  return [];
}

/** The file that `--robust` names; its whole text where it names rule books, which are none. */
function pathOf(text: string): string {
  const source = robustSource(text);
  return 'path' in source ? source.path : text;
}

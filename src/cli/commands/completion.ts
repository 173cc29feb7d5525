import { bashCompletion } from '../completion/bash-completion.js';
import { type CompletedCommand, completedCommands } from '../completion/completed-commands.js';
import { fishCompletion } from '../completion/fish-completion.js';
import { zshCompletion } from '../completion/zsh-completion.js';
import type { Invocation } from '../invocation.js';
import { writeText } from '../output/write-text.js';
import { refuseUsage } from '../refuse-usage.js';
import { unknownName } from '../unknown-name.js';

const SHELLS: ReadonlyMap<string, (commands: readonly CompletedCommand[]) => string> = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
]);

/** `margo completion SHELL`: the script, for the shell to read. */
export async function run(invocation: Invocation): Promise<number> {
  const shell = invocation.argument ?? '';
  const script = SHELLS.get(shell);
  if (script === undefined) return refuseUsage(invocation, [unknownName('shell', shell, [...SHELLS.keys()])]);
  const schemas = Object.keys(await invocation.services.schemas());
  await writeText(invocation.io.stdout, script(completedCommands(schemas)));
  return 0;
}

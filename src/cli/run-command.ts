import type { Io } from '../domain/index.js';
import type { ParsedArgv } from './argv/parse-argv.js';
import { usageIssue } from './argv/usage-issue.js';
import * as attribute from './commands/attribute.js';
import * as collateral from './commands/collateral.js';
import * as compare from './commands/compare.js';
import * as completion from './commands/completion.js';
import * as correlate from './commands/correlate.js';
import * as frontier from './commands/frontier.js';
import * as help from './commands/help.js';
import * as margin from './commands/margin.js';
import * as models from './commands/models.js';
import * as optimize from './commands/optimize.js';
import * as reconcile from './commands/reconcile.js';
import * as schema from './commands/schema.js';
import * as stress from './commands/stress.js';
import * as verify from './commands/verify.js';
import * as whatif from './commands/whatif.js';
import type { CommandName } from './flag.js';
import type { Invocation } from './invocation.js';
import type { Options } from './options.js';
import { refuseUsage } from './refuse-usage.js';
import type { Services } from './services.js';
import { withParameterHints } from './settings/parameter-hints.js';
import { resolveOptions } from './settings/resolve-options.js';

export { reportFault } from './report-fault.js';

/** Each command is a file of its own; they load together, since opening a file costs more than the code in it. */
const COMMANDS: Readonly<Record<CommandName, { readonly run: (invocation: Invocation) => Promise<number> }>> = {
  margin,
  optimize,
  frontier,
  whatif,
  attribute,
  compare,
  correlate,
  collateral,
  reconcile,
  stress,
  verify,
  models,
  schema,
  completion,
  help,
};

/** Runs a command that argv named, once its options are merged from all their sources; refuses it where they are not right. */
export async function runCommand(
  { command, argument, typed }: Extract<ParsedArgv, { kind: 'run' }>,
  io: Io,
  services: Services,
): Promise<number> {
  const { value, issues } = await resolveOptions(command.name, typed, io, services.readConfig);
  if (issues.some(({ severity }) => severity === 'error')) {
    const isUnknownKey = issues.some(({ code }) => code === 'CFG_UNKNOWN_KEY');
    const told = isUnknownKey ? withParameterHints(issues, await services.parameterNames(io)) : issues;
    return refuseUsage({ command, options: value.options, io, services }, told);
  }
  return COMMANDS[command.name].run({ command, argument, ...value, io, services });
}

/** Refuses a command line that commander could not read. */
export function refuseArgv(
  { code, sentence, command }: Extract<ParsedArgv, { kind: 'refused' }>,
  options: Options,
  io: Io,
  services: Services,
): Promise<number> {
  return refuseUsage({ command, options, io, services }, [usageIssue(code, sentence, command)]);
}

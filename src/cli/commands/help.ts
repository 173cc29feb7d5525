import { parseArgv } from '../argv/parse-argv.js';
import { COMMAND_TABLE } from '../command-table.js';
import { HELP_TOPICS, helpTopic } from '../help/help-topic.js';
import type { Invocation } from '../invocation.js';
import { writeText } from '../output/write-text.js';
import { refuseUsage } from '../refuse-usage.js';
import { unknownName } from '../unknown-name.js';

/** `margo help [TOPIC]`: a topic's page, a command's help, or the program's. */
export async function run(invocation: Invocation): Promise<number> {
  const { argument, io } = invocation;
  const topic = HELP_TOPICS.find((name) => name === argument);
  const commands = COMMAND_TABLE.map(({ name }) => name);
  if (topic === undefined && argument !== null && !commands.some((name) => name === argument)) {
    return refuseUsage(invocation, [unknownName('help topic', argument, [...HELP_TOPICS, ...commands])]);
  }
  if (topic !== undefined) await writeText(io.stdout, helpTopic(topic));
  else {
    const help = parseArgv(argument === null ? ['--help'] : [argument, '--help']);
    if (help.kind === 'text') await writeText(io.stdout, help.text);
  }
  return 0;
}

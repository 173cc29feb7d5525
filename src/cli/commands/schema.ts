import { configSchema } from '../config-schema.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { outputTarget } from '../output/output-target.js';
import { writeOutput } from '../output/write-output.js';
import { refuseUsage } from '../refuse-usage.js';
import { unknownName } from '../unknown-name.js';

/** `margo schema [NAME]`: one schema as JSON, or the names, one a line. */
export async function run(invocation: Invocation): Promise<number> {
  const { argument, io, services } = invocation;
  const options = invocation.options as OptionsOf<'schema'>;
  const schemas: Readonly<Record<string, object>> = { ...(await services.schemas()), config: configSchema() };
  const names = Object.keys(schemas);
  if (argument !== null && !names.includes(argument)) {
    return refuseUsage(invocation, [unknownName('schema', argument, names)]);
  }
  const looked = await outputTarget(options.output, io.cwd);
  if ('issue' in looked) return refuseUsage(invocation, [looked.issue]);
  const text = argument === null ? names.join('\n') : JSON.stringify(schemas[argument], null, 2);
  const failure = await writeOutput(looked.target, text, io);
  return failure === null ? 0 : refuseUsage(invocation, [failure]);
}

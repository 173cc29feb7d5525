import type { Flag } from './flag.js';
import { FLAG_TABLE } from './flag-table.js';
import { SECTIONS } from './settings/find-option.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of a configuration file, made from the flag table, for `margo schema config` and for editors. */
export function configSchema(): JsonSchema {
  const table: readonly Flag[] = FLAG_TABLE;
  const keyed = table.filter((flag) => flag.from === undefined);
  const sections = SECTIONS.map((section) => {
    const flags = keyed.filter((flag) => flag.commands.includes(section));
    return [section, { ...objectOf(flags), description: `options of margo ${section} alone` }] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'margo/config@1',
    title: 'Configuration file',
    description: 'margo.config.json, or the file named by --config',
    ...objectOf(keyed, { $schema: { type: 'string' }, ...Object.fromEntries(sections) }),
  };
}

function objectOf(flags: readonly Flag[], more: JsonSchema = {}): JsonSchema {
  const properties = Object.fromEntries(flags.map((flag) => [flag.key, schemaOf(flag)]));
  return { type: 'object', additionalProperties: false, properties: { ...properties, ...more } };
}

function schemaOf(flag: Flag): JsonSchema {
  const one = { ...typeOf(flag), description: flag.about };
  if (flag.key === 'model') {
    const parameters = {
      type: 'object',
      properties: { id: { type: 'string' } },
      description: 'its parameters, and its id',
    };
    return { anyOf: [one, parameters] };
  }
  const value = flag.repeatable === true ? { anyOf: [one, { type: 'array', items: one }] } : one;
  return { anyOf: [value, { type: 'null' }] };
}

function typeOf(flag: Flag): JsonSchema {
  switch (flag.type) {
    case 'switch':
    case 'toggle':
      return { type: 'boolean' };
    case 'choice':
      return { enum: flag.choices };
    case 'tolerance':
      return { type: ['number', 'string'] };
    case 'text':
    case 'file':
    case 'instant':
      return { type: 'string' };
    default: {
      const { least, above, most } = flag;
      return {
        // A number may be written as text too: "8%", "250_000".
        type: ['number', 'string'],
        ...(least === undefined ? {} : { minimum: least }),
        ...(above === undefined ? {} : { exclusiveMinimum: above }),
        ...(most === undefined ? {} : { maximum: most }),
      };
    }
  }
}

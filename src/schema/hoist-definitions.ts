/** A JSON Schema as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

/**
 * Turns a schema built in code into plain JSON Schema: every subschema with its own `$id` (a recursive one) moves to `$defs`
 * and its references become `#/$defs/NAME`, so that the file stands alone and any validator can resolve it.
 */
export function hoistDefinitions(schema: object): JsonSchema {
  const definitions: Record<string, Plain> = {};
  const root = hoist(JSON.parse(JSON.stringify(schema)) as Plain, definitions) as JsonSchema;
  return Object.keys(definitions).length === 0 ? root : { ...root, $defs: definitions };
}

function hoist(node: Plain, definitions: Record<string, Plain>): Plain {
  if (Array.isArray(node)) return node.map((item) => hoist(item, definitions));
  if (node === null || typeof node !== 'object') return node;
  const { $id, ...rest } = node;
  const entries = Object.entries(rest).map(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [key, `#/$defs/${value}`] : [key, hoist(value, definitions)],
  );
  const plain = Object.fromEntries(entries) as Plain;
  if (typeof $id !== 'string') return plain;
  definitions[$id] = plain;
  return { $ref: `#/$defs/${$id}` };
}

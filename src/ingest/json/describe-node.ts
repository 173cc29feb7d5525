import type { Node } from 'jsonc-parser';

const WORDS: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'an array',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

/** What a JSON value is, in words, for `... holds an array`. */
export function describeNode(node: Node): string {
  return WORDS[node.type] ?? 'nothing';
}

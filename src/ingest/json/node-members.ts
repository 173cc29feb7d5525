import type { Node } from 'jsonc-parser';

/** One `key: value` of a JSON object. */
export interface Member {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: Node;
}

/** The members of an object node in their order, repeated keys included; nothing for any other node. */
export function nodeMembers(node: Node): readonly Member[] {
  if (node.type !== 'object') return [];
  const members: Member[] = [];
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key !== undefined && value !== undefined) {
      members.push({ key: String(key.value), keyOffset: key.offset, value });
    }
  }
  return members;
}

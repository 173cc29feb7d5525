import type { Node } from 'jsonc-parser';
import { nodeMembers } from '../json/node-members.js';
import { columnKey } from '../table/column-name.js';

/**
 * A JSON asset as the row of a table: `eligible: { Deribit: 0.1, OKX: { haircut: 0.05, cap: 1e6 } }` becomes
 * `haircut.Deribit`, `haircut.OKX` and `cap.OKX`.
 */
export function flatAsset(node: Node): Node {
  return withMembers(node, 'eligible', (eligible) =>
    (eligible.children ?? []).flatMap((property) => {
      const [key, terms] = property.children ?? [];
      if (key === undefined || terms === undefined) return [];
      if (terms.type !== 'object') return [renamed(property, `haircut.${String(key.value)}`)];
      return (terms.children ?? []).map((term) =>
        renamed(term, `${String(term.children?.[0]?.value)}.${String(key.value)}`),
      );
    }),
  );
}

/** A JSON venue as the row of a table: the members of a requirement that is a book stand beside it. */
export function flatVenue(node: Node): Node {
  return withMembers(node, 'requirement', (requirement) => requirement.children ?? []);
}

/** Puts in place of a member that is an object what it comes to. */
function withMembers(node: Node, key: string, open: (value: Node) => readonly Node[]): Node {
  if (!nodeMembers(node).some((member) => columnKey(member.key) === key && member.value.type === 'object')) return node;
  const children = (node.children ?? []).flatMap((property) => {
    const [name, value] = property.children ?? [];
    const isMeant = columnKey(String(name?.value)) === key && value?.type === 'object';
    return isMeant && value !== undefined ? open(value) : [property];
  });
  return { ...node, children: [...children] };
}

function renamed(property: Node, name: string): Node {
  const [key, ...rest] = property.children ?? [];
  return key === undefined ? property : { ...property, children: [{ ...key, value: name }, ...rest] };
}

import type { Formula } from './formula.js';

/** Children of one node shown before the rest are counted. */
const SHOWN = 4;

/**
 * The named tree of a formula as indented text: what `margo models ID` prints.
 *
 * ```
 * initial margin = sum of
 *   scan risk = largest of
 *     unchanged, vol up
 *     down 1/3: BTC ladder, vol up
 *     ... and 24 more
 *   short option minimum = 0.005 x
 *     net short per strike = sum of
 * ```
 */
export function describeFormula(node: Formula): string {
  return lines(node, 0).join('\n');
}

function lines(node: Formula, depth: number): string[] {
  const head = `${'  '.repeat(depth)}${node.name}`;
  const below = (children: readonly Formula[]): string[] => {
    const rest = children.length - SHOWN;
    const shown = children.slice(0, rest === 1 ? SHOWN + 1 : SHOWN).flatMap((child) => lines(child, depth + 1));
    return rest > 1 ? [...shown, `${'  '.repeat(depth + 1)}... and ${rest} more`] : shown;
  };
  switch (node.kind) {
    case 'affine':
      return [head];
    case 'scale':
      return [`${head} = ${Number(node.factor.toPrecision(6))} x`, ...lines(node.child, depth + 1)];
    case 'sum':
      return [`${head} = sum of`, ...below(node.children)];
    case 'max':
      return [`${head} = largest of`, ...below(node.children)];
    case 'min':
      return [`${head} = smallest of`, ...below(node.children)];
    case 'largest':
      return [`${head} = sum of the largest ${node.count} of`, ...below(node.children)];
    case 'ranked':
      return [`${head} = number ${node.count} by size of`, ...below(node.children)];
    case 'norm':
      return [`${head} = sqrt(v' R v) over`, ...below(node.children)];
  }
}

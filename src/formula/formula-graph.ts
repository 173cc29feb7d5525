import type { Affine, Formula } from './formula.js';

/** A formula laid out flat: every node once, children before their parents. */
export interface FormulaGraph {
  readonly nodes: readonly Formula[];
  /** Children of each node, by number. */
  readonly children: readonly (readonly number[])[];
  readonly parents: readonly (readonly number[])[];
  /** Steps from a node down to its farthest leaf. */
  readonly height: Int32Array;
  /** Where each column is used: entries `start[j]` to `start[j + 1]` of `users` (affine nodes) and `coefficients`. */
  readonly start: Int32Array;
  readonly users: Int32Array;
  readonly coefficients: Float64Array;
}

/** Lays a formula over `columns` columns out flat; nodes that are used twice stay shared. The root is the last node. */
export function formulaGraph(root: Formula, columns: number): FormulaGraph {
  const numbers = new Map<Formula, number>();
  const nodes: Formula[] = [];
  const children: (readonly number[])[] = [];
  const visit = (node: Formula): number => {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    const below = childrenOf(node).map(visit);
    numbers.set(node, nodes.length);
    children.push(below);
    return nodes.push(node) - 1;
  };
  visit(root);
  const parents: number[][] = nodes.map(() => []);
  const height = new Int32Array(nodes.length);
  children.forEach((below, id) => {
    for (const child of new Set(below)) parents[child]!.push(id);
    height[id] = below.reduce((tallest, child) => Math.max(tallest, height[child]! + 1), 0);
  });
  return { nodes, children, parents, height, ...columnUse(nodes, columns) };
}

function childrenOf(node: Formula): readonly Formula[] {
  if (node.kind === 'affine') return [];
  return node.kind === 'scale' ? [node.child] : node.children;
}

function columnUse(nodes: readonly Formula[], columns: number): Pick<FormulaGraph, 'start' | 'users' | 'coefficients'> {
  const start = new Int32Array(columns + 1);
  eachUse(nodes, (_, column) => {
    start[column + 1] = start[column + 1]! + 1;
  });
  for (let j = 0; j < columns; j++) start[j + 1] = start[j + 1]! + start[j]!;
  const next = start.slice();
  const users = new Int32Array(start[columns]!);
  const coefficients = new Float64Array(start[columns]!);
  eachUse(nodes, (id, column, coefficient) => {
    const place = next[column]!;
    users[place] = id;
    coefficients[place] = coefficient;
    next[column] = place + 1;
  });
  return { start, users, coefficients };
}

function eachUse(nodes: readonly Formula[], tell: (id: number, column: number, coefficient: number) => void): void {
  nodes.forEach((node, id) => {
    if (node.kind === 'affine') eachTerm(node, (column, coefficient) => tell(id, column, coefficient));
  });
}

function eachTerm({ coefficients, columns }: Affine, tell: (column: number, coefficient: number) => void): void {
  for (let k = 0; k < coefficients.length; k++) {
    if (coefficients[k] !== 0) tell(columns === null ? k : columns[k]!, coefficients[k]!);
  }
}

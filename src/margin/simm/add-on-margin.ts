import type { CrifAddOn } from '../../domain/index.js';
import type { SimmNode } from './simm-node.js';

const PER_CENT = 100;

/**
 * What is added to the margins of the product classes:
 * sum of (multiplier - 1) x SIMM_p + fixed amounts + sum of |net notional| x factor / 100.
 *
 * SOURCE: ISDA SIMM methodology, additional initial margin.
 */
export function addOnMargin(addOns: readonly CrifAddOn[], products: readonly SimmNode[]): SimmNode {
  const lines = [...multiplierLines(addOns, products), ...fixedLines(addOns), ...notionalLines(addOns)];
  const children = lines.map(([name, amount]): SimmNode => ({ level: 'addOn', name, amount, children: [] }));
  const amount = children.reduce((total, line) => total + line.amount, 0);
  return { level: 'addOns', name: 'AddOn', amount, children };
}

type Line = readonly [name: string, amount: number];

function multiplierLines(addOns: readonly CrifAddOn[], products: readonly SimmNode[]): readonly Line[] {
  const multipliers = new Map(of(addOns, 'multiplier').map(({ name, amount }) => [name, amount]));
  return products.flatMap(({ name, amount }): Line[] => {
    const multiplier = multipliers.get(name);
    return multiplier === undefined ? [] : [[`multiplier ${name}`, (multiplier - 1) * amount]];
  });
}

function fixedLines(addOns: readonly CrifAddOn[]): readonly Line[] {
  const fixed = of(addOns, 'fixed');
  return fixed.length === 0 ? [] : [['fixed', fixed.reduce((total, { amount }) => total + amount, 0)]];
}

function notionalLines(addOns: readonly CrifAddOn[]): readonly Line[] {
  const notionals = new Map<string, number>();
  for (const { name, amount } of of(addOns, 'notional')) notionals.set(name, (notionals.get(name) ?? 0) + amount);
  const factors = new Map(of(addOns, 'factor').map(({ name, amount }) => [name, amount]));
  return [...factors].flatMap(([name, factor]): Line[] => {
    const notional = notionals.get(name);
    return notional === undefined ? [] : [[`notional ${name}`, (Math.abs(notional) * factor) / PER_CENT]];
  });
}

const of = (addOns: readonly CrifAddOn[], kind: CrifAddOn['kind']): readonly CrifAddOn[] =>
  addOns.filter((one) => one.kind === kind);

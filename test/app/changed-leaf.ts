import type { Envelope } from '../../src/schema/index.js';

export type LeafPath = readonly (string | number)[];

/** The places of all numbers and words. */
export function leavesOf(value: unknown, path: LeafPath = []): LeafPath[] {
  if (typeof value === 'number' || typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => leavesOf(item, [...path, i]));
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]));
}

/** A place as `margo verify` names it: `result.trades[0].cost`. */
export const placeOf = (path: LeafPath): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${key}`), 'result');

/** The document with one leaf of its result changed: a number by a hundredth or by 1 (one that is nothing but rounding by a thousandth), a word by a letter. */
export function changedAt(text: string, path: LeafPath): Envelope<unknown> {
  const document = JSON.parse(text) as Envelope<unknown>;
  let part = document.result as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) part = part[key] as Record<string | number, unknown>;
  const [last] = path.slice(-1) as [string | number];
  const old = part[last];
  part[last] =
    typeof old === 'number'
      ? Number.isInteger(old)
        ? old + 1
        : old * 1.01 + (Math.abs(old) < 1e-9 ? 1e-3 : 0)
      : `${String(old)}x`;
  return document;
}

import { type Affine, sparseAffine } from '../../formula/index.js';
import type { VenueLine } from './venue-line.js';

/** The columns of the lines that share a key, in order of first appearance; lines of key null are left out. */
export function columnGroups(
  lines: readonly VenueLine[],
  key: (line: VenueLine) => string | null,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  lines.forEach((line, column) => {
    const name = key(line);
    if (name === null) return;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [column]);
    else group.push(column);
  });
  return groups;
}

/** Sum over columns of amount(line) x quantity. */
export function columnSum(
  name: string,
  lines: readonly VenueLine[],
  columns: readonly number[],
  amount: (line: VenueLine) => number,
): Affine {
  return sparseAffine(
    name,
    columns,
    columns.map((column) => amount(lines[column]!)),
  );
}

/** `BTC 2026-07-31`, `BTC perpetual`; null for spot, which has no expiry to move apart from. */
export function expiryKey(line: VenueLine): string | null {
  if (line.kind === 'spot') return null;
  if (line.expiryMs === null) return `${line.underlying} perpetual`;
  const instant = new Date(line.expiryMs).toISOString();
  const date = instant.endsWith('T08:00:00.000Z') ? instant.slice(0, 10) : instant;
  return `${line.underlying} ${date}`;
}

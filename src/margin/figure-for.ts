/** A figure per underlying: its own, else the default's, else 0. */
export function figureFor(underlying: string, table: Readonly<Record<string, number>>): number {
  // An underlying may be called `constructor`.
  if (Object.hasOwn(table, underlying)) return table[underlying]!;
  return table.default ?? 0;
}

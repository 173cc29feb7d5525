/** A line of a book with its quantity. */
export interface HeldLine<Line> {
  readonly line: Line;
  readonly quantity: number;
}

/** One line per contract, as an account has it: quantities of the same key are added. */
export function netLines<Line>(held: readonly HeldLine<Line>[], keyOf: (line: Line) => string): HeldLine<Line>[] {
  const netted = new Map<string, HeldLine<Line>>();
  for (const { line, quantity } of held) {
    const key = keyOf(line);
    netted.set(key, { line, quantity: quantity + (netted.get(key)?.quantity ?? 0) });
  }
  return [...netted.values()];
}

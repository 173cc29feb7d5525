/** A move as scenario names print it: `+16%`, `-33%`, `+4.5%`, `0%`. */
export function percentText(move: number): string {
  const figure = Number((100 * move).toPrecision(10));
  return `${figure > 0 ? '+' : ''}${figure}%`;
}

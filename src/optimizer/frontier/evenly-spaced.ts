/** So many places from one end to the other, both included; one where the ends are the same. At least two asked for. */
export function evenlySpaced(from: number, to: number, count: number): number[] {
  if (!(to > from)) return [from];
  const places = Array.from({ length: count - 1 }, (_, i) => from + ((to - from) * i) / (count - 1));
  return [...places, to];
}

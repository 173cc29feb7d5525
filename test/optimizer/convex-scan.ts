/** Golden section: the place and the value of a convex function's minimum, to about 1e-9 of the interval. */
export function convexMinimum(f: (x: number) => number, low: number, high: number): { x: number; value: number } {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
  let [fc, fd] = [f(c), f(d)];
  for (let step = 0; step < 60; step++) {
    if (fc <= fd) {
      [b, d, fd] = [d, c, fc];
      c = b - ratio * (b - a);
      fc = f(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + ratio * (b - a);
      fd = f(d);
    }
  }
  const ends = [low, high, (a + b) / 2].map((x) => ({ x, value: f(x) }));
  return ends.reduce((best, end) => (end.value < best.value ? end : best));
}

/** The smallest value of a jointly convex function of two variables, by a search within a search. */
export function convexMinimum2(f: (x: number, y: number) => number, size: number): number {
  const inner = (x: number): number => convexMinimum((y) => f(x, y), -size, size).value;
  return convexMinimum(inner, -size, size).value;
}

/** Peizer and Pratt's second inversion: the binomial probability whose n-step tail is the normal one at `z`; n is odd. */
export function peizerPratt(z: number, n: number): number {
  const scaled = z / (n + 1 / 3 + 0.1 / (n + 1));
  return 0.5 + 0.5 * Math.sign(z) * Math.sqrt(-Math.expm1(-scaled * scaled * (n + 1 / 6)));
}

/** `+18%, vol up`, `unchanged, vol none`. */
export function scenarioName(spotShock: number, volatility: string): string {
  const percent = Number(((spotShock - 1) * 100).toFixed(8));
  const spot = percent === 0 ? 'unchanged' : `${percent > 0 ? '+' : ''}${percent}%`;
  return `${spot}, vol ${volatility}`;
}

/** Underlyings named one by one. */
const NAMED = 4;
/** A move smaller than this part of the largest is not worth its name. */
const TOO_SMALL = 1e-3;

/**
 * What a joint move is called: `BTC -3.1 %, ETH -4.9 %`, the largest moves in the order of the underlyings, `and 16 more`
 * where there are many; `no move` where nothing moves.
 *
 * @param moves fraction of the level, by name
 */
export function pointName(names: readonly string[], moves: Float64Array): string {
  const largest = moves.reduce((most, move) => Math.max(most, Math.abs(move)), 0);
  const moving = [...names.keys()].filter((i) => Math.abs(moves[i]!) > TOO_SMALL * largest);
  if (moving.length === 0) return 'no move';
  const told = [...moving]
    .sort((a, b) => Math.abs(moves[b]!) - Math.abs(moves[a]!) || a - b)
    .slice(0, moving.length === NAMED + 1 ? NAMED + 1 : NAMED)
    .sort((a, b) => a - b);
  const words = told.map((i) => `${names[i]!} ${percent(moves[i]!)}`).join(', ');
  return told.length < moving.length ? `${words} and ${moving.length - told.length} more` : words;
}

function percent(move: number): string {
  const text = (100 * move).toFixed(1);
  return `${move > 0 ? '+' : ''}${text === '-0.0' ? '0.0' : text} %`;
}

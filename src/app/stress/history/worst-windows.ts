import type { HistoryWindow } from './history-windows.js';

/**
 * The windows with the largest losses, the worst first; of equal ones the earlier.
 *
 * @param profits by window
 * @param episodes leaves out windows that share a day's move with a worse one
 */
export function worstWindows(
  windows: readonly HistoryWindow[],
  profits: Float64Array,
  count: number,
  episodes: boolean,
): HistoryWindow[] {
  const order = [...windows.keys()].sort((a, b) => profits[a]! - profits[b]! || a - b);
  const chosen: HistoryWindow[] = [];
  for (const k of order) {
    if (chosen.length === count) break;
    const window = windows[k]!;
    const shares = episodes && chosen.some(({ start, end }) => start < window.end && window.start < end);
    if (!shares) chosen.push(window);
  }
  return chosen;
}

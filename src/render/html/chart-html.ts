import { money } from '../number-format.js';
import type { ChartBlock } from '../report/report.js';
import { escapeHtml } from './escape-html.js';

const WIDTH = 640;
const HEIGHT = 240;
/** Room for the labels: left of the curve, and above and below it. */
const LEFT = 90;
const EDGE = 24;

/** A curve as an inline SVG: no script, no style from elsewhere; drawn in the colour of the text. */
export function chartHtml({ curve, mark, caption, xTitle, xLabels }: ChartBlock): string {
  const xs = curve.map(({ x }) => x);
  const ys = curve.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const place = (x: number): string => (LEFT + share(x, left, right) * (WIDTH - LEFT - EDGE)).toFixed(1);
  const height = (y: number): string => (HEIGHT - EDGE - share(y, low, high) * (HEIGHT - 2 * EDGE)).toFixed(1);
  const line = curve.map(({ x, y }) => `${place(x)},${height(y)}`).join(' ');
  const text = (x: string | number, y: string | number, anchor: string, words: string): string =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="currentColor" font-size="12">${escapeHtml(words)}</text>`;
  const bottom = HEIGHT - 6;
  const marked =
    mark === null
      ? []
      : [
          `<circle cx="${place(mark.x)}" cy="${height(mark.y)}" r="4" fill="currentColor"/>`,
          text(Number(place(mark.x)) + 8, Number(height(mark.y)) - 6, 'start', mark.label),
        ];
  return [
    `<figure><figcaption>${escapeHtml(caption)}</figcaption>`,
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escapeHtml(caption)}">`,
    `<polyline points="${line}" fill="none" stroke="currentColor" stroke-width="2"/>`,
    ...marked,
    text(LEFT - 8, height(high), 'end', money(high)),
    ...(high > low ? [text(LEFT - 8, height(low), 'end', money(low))] : []),
    text(place(left), bottom, 'start', xLabels[0]),
    text((LEFT + WIDTH - EDGE) / 2, bottom, 'middle', xTitle),
    text(place(right), bottom, 'end', xLabels[1]),
    '</svg></figure>',
  ].join('\n');
}

function share(value: number, low: number, high: number): number {
  return high > low ? (value - low) / (high - low) : 0;
}

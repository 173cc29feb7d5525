import asciichart from 'asciichart';
import { money } from '../number-format.js';
import type { ChartBlock } from '../report/report.js';
import { cutText, textWidth } from './fit-text.js';

/** Lines between the highest and the lowest value. */
const HEIGHT = 10;
/** Between the labels and the curve: a blank and asciichart's axis. */
const AXIS = 2;
/** No wider than this, however wide the terminal is. */
const WIDEST = 100;

/** A curve as lines of text, the marked place told below it. Needs no colour. */
export function chartLines(block: ChartBlock, width: number): string[] {
  const { curve, caption, xTitle, xLabels, mark } = block;
  const label = Math.max(...curve.map(({ y }) => textWidth(money(y))));
  const columns = Math.max(8, Math.min(width, WIDEST) - label - AXIS - 1);
  const from = curve[0]!.x;
  const to = curve.at(-1)!.x;
  const samples = Array.from({ length: columns }, (_, i) => heightAt(curve, from + ((to - from) * i) / (columns - 1)));
  const indent = ' '.repeat(label + AXIS);
  const plot = asciichart
    .plot(samples, { height: HEIGHT, offset: AXIS, format: (y: number) => money(y).padStart(label) })
    .split('\n')
    .map((line) => line.trimEnd());
  const place = mark === null || to === from ? null : Math.round(((mark.x - from) / (to - from)) * (columns - 1));
  const [left, right] = xLabels;
  const middle = ` ${xTitle} `;
  const room = columns - textWidth(left) - textWidth(right);
  const title = room < textWidth(middle) ? ' '.repeat(Math.max(1, room)) : centred(middle, room);
  return [
    cutText(caption, width),
    ...plot,
    ...(place === null ? [] : [`${indent}${markLine(place, mark!.label, columns)}`]),
    `${indent}${left}${title}${right}`,
  ];
}

/** `   ^ knee`, or `knee ^` where there is no room to the right. */
function markLine(place: number, label: string, columns: number): string {
  const fits = place + 2 + textWidth(label) <= columns;
  return fits ? `${' '.repeat(place)}^ ${label}` : `${' '.repeat(Math.max(0, place - textWidth(label) - 1))}${label} ^`;
}

function centred(text: string, width: number): string {
  const left = Math.floor((width - textWidth(text)) / 2);
  return `${' '.repeat(left)}${text}`.padEnd(width);
}

/** The curve between its points, straight from one to the next. */
function heightAt(curve: ChartBlock['curve'], x: number): number {
  const after = curve.findIndex((point) => point.x >= x);
  const right = curve[after === -1 ? curve.length - 1 : after]!;
  const left = curve[after <= 0 ? 0 : after - 1]!;
  if (after === -1 || right.x === left.x) return right.y;
  return left.y + ((x - left.x) / (right.x - left.x)) * (right.y - left.y);
}

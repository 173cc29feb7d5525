import type { FigureRule, NumberRule } from './figure-rule.js';
import { isRecord } from './is-record.js';

/** A number among the figures of a set, wherever it stands. */
export interface NumericPlace {
  /** Dotted, entries of lists counted from 0: `scenarios.3.spotShock`, `priceRange.BTC`. */
  readonly name: string;
  /** The same step by step; the first is the figure's own name. */
  readonly steps: readonly [string, ...(string | number)[]];
  readonly value: number;
  /** What the number must be by itself; what binds it to others is looked at with them. */
  readonly rule: NumberRule;
}

/** Every number of a parameter set that has a rule, in the order of the rules; words and names are none. */
export function numericPlaces(
  values: Readonly<Record<string, unknown>>,
  rules: Readonly<Record<string, FigureRule>>,
): NumericPlace[] {
  return Object.entries(rules).flatMap(([figure, rule]) => placesIn([figure], values[figure], rule));
}

function placesIn(steps: NumericPlace['steps'], value: unknown, rule: FigureRule): NumericPlace[] {
  switch (rule.shape) {
    case 'number':
      return typeof value === 'number' ? [{ name: steps.join('.'), steps, value, rule }] : [];
    case 'list':
      return Array.isArray(value) ? value.flatMap((one, k) => placesIn([...steps, k], one, rule.of)) : [];
    case 'table':
      return isRecord(value)
        ? Object.entries(value).flatMap(([row, one]) => placesIn([...steps, row], one, rule.of))
        : [];
    case 'entry':
      return isRecord(value)
        ? Object.entries(rule.fields).flatMap(([field, own]) => placesIn([...steps, field], value[field], own))
        : [];
    default:
      return [];
  }
}

/** A figure with another number at a place below it; copies what lies on the way, and changes nothing else. */
export function withFigure(figure: unknown, below: readonly (string | number)[], value: number): unknown {
  const [step, ...further] = below;
  if (step === undefined) return value;
  if (Array.isArray(figure)) {
    return figure.map((one: unknown, k) => (k === step ? withFigure(one, further, value) : one));
  }
  const record = figure as Readonly<Record<string, unknown>>;
  return { ...record, [step]: withFigure(record[step], further, value) };
}

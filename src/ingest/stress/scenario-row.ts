import { STRESS_COMBINE, STRESS_MOVE_KINDS, type StressCombine, type StressMove } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { parseTime } from '../fields/parse-time.js';
import { SCENARIO_SLOT as SLOT } from './scenario-columns.js';
import type { ScenarioList } from './scenario-group.js';

const WHAT = [...STRESS_MOVE_KINDS, 'scenario'] as const;

type What = (typeof WHAT)[number];

/** A fraction beyond this without a percent sign was probably meant as a percentage. */
const MOST_FRACTION = 2;
const MOST_DAYS = 36_500;
const ALL = '*';

/** What a row says: of which scenario, and a move of its own or a list of others. */
export interface ScenarioRow {
  readonly name: string;
  readonly combine: StressCombine | null;
  readonly alone: boolean | null;
  readonly move: StressMove | null;
  readonly list: ScenarioList | null;
}

type Slot = keyof typeof SLOT;

const BUCKET = ['minDays', 'maxDays', 'minMoneyness', 'maxMoneyness'] as const satisfies readonly Slot[];

/** Columns that say something beside each kind of row. */
const MEANT: Readonly<Record<What, readonly Slot[]>> = {
  level: ['of', 'move', 'unit'],
  forward: ['of', 'move', 'unit', 'expiry'],
  volatility: ['of', 'move', 'unit', 'expiry', ...BUCKET],
  rate: ['of', 'move', 'unit'],
  time: ['move'],
  scenario: ['of'],
};

const ALWAYS: readonly Slot[] = ['scenario', 'what', 'combine', 'alone'];

/** Reads the row at hand; null after complaints. */
export function readScenarioRow(fields: FieldReader): ScenarioRow | null {
  const name = fields.requiredText(SLOT.scenario, 'the name of a scenario');
  const written = fields.requiredText(SLOT.what, `one of ${WHAT.join(', ')}`);
  const what = written === '' ? null : fields.choice(SLOT.what, WHAT);
  const combine = fields.choice(SLOT.combine, STRESS_COMBINE);
  const alone = fields.choice(SLOT.alone, ['yes', 'no'] as const);
  if (what === null) return null;
  for (const [slot, k] of Object.entries(SLOT) as [Slot, number][]) {
    if (ALWAYS.includes(slot) || MEANT[what].includes(slot) || fields.text(k) === null) continue;
    fields.complain('STR_NOT_FOR_THIS', k, { subject: what });
  }
  const list = what === 'scenario' ? readList(fields) : null;
  const move = what === 'scenario' ? null : readMove(fields, what);
  if (fields.failed) return null;
  return { name, combine, alone: alone === null ? null : alone === 'yes', move, list };
}

function readList(fields: FieldReader): ScenarioList {
  const text = fields.requiredText(SLOT.of, 'names of scenarios with | between them');
  // A member that is named twice would only be run twice under one name.
  const parts = text.split('|').map((part) => part.trim());
  const names = [...new Set(parts)].filter((part) => part !== '');
  if (text !== '' && names.length === 0) fields.complain('FIELD_BLANK', SLOT.of, { expected: 'names of scenarios' });
  return { names, origin: fields.at(SLOT.of) };
}

function readMove(fields: FieldReader, kind: Exclude<What, 'scenario'>): StressMove {
  const of = fields.text(SLOT.of);
  const absolute = readAbsolute(fields, kind);
  return {
    kind,
    of: of === ALL ? null : of,
    amount: readAmount(fields, kind, absolute) ?? 0,
    absolute,
    expiry: readExpiry(fields, kind),
    bucket: {
      ...readBounds(fields, 'minDays', 'maxDays'),
      ...readMoneyness(fields),
    },
    origin: fields.start(),
  };
}

/** Rates and time have no fraction of themselves that anybody quotes. */
function readAbsolute(fields: FieldReader, kind: Exclude<What, 'scenario'>): boolean {
  const units = kind === 'rate' ? (['absolute'] as const) : (['relative', 'absolute'] as const);
  const unit = fields.choice<'relative' | 'absolute'>(SLOT.unit, units);
  return kind === 'rate' || kind === 'time' || unit === 'absolute';
}

function readAmount(fields: FieldReader, kind: Exclude<What, 'scenario'>, absolute: boolean): number | null {
  if (fields.requiredText(SLOT.move, 'by how much it moves') === '') return null;
  if (kind === 'time') {
    const days = fields.nonNegative(SLOT.move);
    if (days !== null && days > MOST_DAYS)
      fields.complain('FIELD_OUT_OF_RANGE', SLOT.move, { expected: 'days, at most 36,500' });
    return days;
  }
  const isPrice = kind === 'level' || kind === 'forward';
  if (absolute && isPrice) return fields.number(SLOT.move);
  const fraction = fields.believableFraction(SLOT.move, MOST_FRACTION);
  if (fraction !== null && !absolute && fraction <= -1)
    fields.complain('STR_MOVE_TO_NOTHING', SLOT.move, { subject: kind });
  return fraction;
}

function readExpiry(fields: FieldReader, kind: What): string | null {
  const expected = 'the date of an expiry such as 2026-09-25';
  const text = kind === 'forward' ? fields.requiredText(SLOT.expiry, expected) : fields.text(SLOT.expiry);
  if (text === null || text === '') return null;
  const time = parseTime(text);
  if (time === null) {
    fields.complain('FIELD_NOT_A_TIME', SLOT.expiry, { expected });
    return null;
  }
  return new Date(time.epochMs).toISOString().slice(0, 10);
}

function readBounds(fields: FieldReader, min: 'minDays', max: 'maxDays') {
  const bounds = { minDays: fields.nonNegative(SLOT[min]), maxDays: fields.nonNegative(SLOT[max]) };
  remarkOnEmpty(fields, SLOT[min], bounds.minDays, bounds.maxDays);
  return bounds;
}

function readMoneyness(fields: FieldReader) {
  const part = (slot: number): number | null => fields.fraction(slot)?.value ?? null;
  const bounds = { minMoneyness: part(SLOT.minMoneyness), maxMoneyness: part(SLOT.maxMoneyness) };
  remarkOnEmpty(fields, SLOT.minMoneyness, bounds.minMoneyness, bounds.maxMoneyness);
  return bounds;
}

function remarkOnEmpty(fields: FieldReader, slot: number, min: number | null, max: number | null): void {
  if (min !== null && max !== null && min > max) fields.complain('STR_EMPTY_BUCKET', slot, { detail: String(max) });
}

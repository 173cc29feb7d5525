import { LIMIT_KINDS, type Limit, type LimitBound, type LimitKind } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import { LIMIT_SLOT } from './limit-columns.js';

/** Limits on the trades themselves: the present book has none of it, so a percentage of it means nothing. */
const NEVER_RELATIVE: ReadonlySet<LimitKind> = new Set<LimitKind>(['cost', 'trades', 'turnover']);

const PRIORITIES = ['hard', '1', '2', '3', '4', '5'] as const;
const WHOLE_BOOK = 'total';

/** Reads the limit of the row at hand; null after complaints. A blank scope is the whole book, a blank priority `hard`. */
export function readLimitRow(fields: FieldReader): Limit | null {
  const kind = readKind(fields);
  const scope = fields.text(LIMIT_SLOT.scope) ?? WHOLE_BOOK;
  const min = readBound(fields, 'min', kind);
  const max = readBound(fields, 'max', kind);
  const priority = readPriority(fields);
  if (kind === null || fields.failed) return null;
  const subject = `${kind} ${scope}`;
  if (min === null && max === null) fields.complain('LIM_NO_BOUND', LIMIT_SLOT.limit, { subject });
  // A percentage and a figure can be compared only once the book's own figure is known.
  else if (min !== null && max !== null && min.relative === max.relative && min.value > max.value) {
    fields.complain('LIM_EMPTY_RANGE', LIMIT_SLOT.min, { subject, detail: fields.text(LIMIT_SLOT.max) ?? '' });
  }
  return fields.failed ? null : { kind, scope, min, max, priority, origin: fields.start() };
}

function readKind(fields: FieldReader): LimitKind | null {
  const text = fields.requiredText(LIMIT_SLOT.limit, `one of ${LIMIT_KINDS.join(', ')}`);
  return text === '' ? null : fields.choice(LIMIT_SLOT.limit, LIMIT_KINDS);
}

function readBound(fields: FieldReader, end: 'min' | 'max', kind: LimitKind | null): LimitBound | null {
  const slot = LIMIT_SLOT[end];
  const fraction = fields.fraction(slot);
  if (fraction === null) return null;
  if (fraction.isPercent && kind !== null && NEVER_RELATIVE.has(kind)) {
    fields.complain('LIM_NOT_RELATIVE', slot, { subject: kind });
  }
  return { value: fraction.value, relative: fraction.isPercent };
}

function readPriority(fields: FieldReader): Limit['priority'] {
  const priority = fields.choice(LIMIT_SLOT.priority, PRIORITIES);
  return priority === null || priority === 'hard' ? 'hard' : (Number(priority) as 1 | 2 | 3 | 4 | 5);
}

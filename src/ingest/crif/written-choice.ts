import type { FieldReader } from '../fields/field-reader.js';

/** One of a few words, in any case; almost every file writes them as the standard does, which is looked for first. */
export function writtenChoice<T extends string>(fields: FieldReader, slot: number, choices: readonly T[]): T | null {
  const text = fields.text(slot);
  if (text === null) return null;
  return choices.find((choice) => choice === text) ?? fields.choice(slot, choices);
}

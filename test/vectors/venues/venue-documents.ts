import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonFacts, jsonFacts } from '../derive/json-facts.js';
import type { Comparison, FamilyResult, NotCovered, VectorCase } from '../vector-case.js';

/** What one entry of a document came to: figures to compare, or why it is left out on purpose. */
export type EntryOutcome = readonly Comparison[] | Pick<NotCovered, 'reason'>;

/** An entry of a document: a name for a person to find it, and how it is computed. */
export interface VenueEntry {
  readonly name: string;
  readonly compare: () => EntryOutcome;
}

/** Runs every entry of every JSON file of a family's folder; trouble is a failed case that names the field. */
export function runDocuments(
  family: string,
  folder: string,
  entriesOf: (document: JsonFacts) => readonly VenueEntry[],
): FamilyResult {
  const cases: VectorCase[] = [];
  const notCovered: NotCovered[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const path = `${family}/${file}`;
    let entries: readonly VenueEntry[];
    try {
      entries = entriesOf(jsonFacts(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
    } catch (error) {
      cases.push({ name: path, comparisons: [], problem: wording(error) });
      continue;
    }
    for (const entry of entries) {
      const name = `${path} ${entry.name}`;
      try {
        const outcome = entry.compare();
        if ('reason' in outcome) notCovered.push({ subject: name, reason: outcome.reason, cases: 1 });
        else cases.push({ name, comparisons: outcome });
      } catch (error) {
        cases.push({ name, comparisons: [], problem: wording(error) });
      }
    }
  }
  return { cases, notCovered };
}

/** A figure of the entry beside ours, when the entry has it. */
export function figureOf(facts: JsonFacts, key: string, ours: () => number, tolerance: Tolerance): Comparison[] {
  if (!facts.has(key)) return [];
  const theirs = facts.number(key);
  return [{ field: key, ours: ours(), theirs, tolerance: allowed(theirs, tolerance) }];
}

/** The largest difference that passes: a figure of its own, or a part of theirs (of 1 where theirs is smaller). */
export type Tolerance = { readonly absolute: number } | { readonly relative: number };

export function allowed(theirs: number, tolerance: Tolerance): number {
  return 'absolute' in tolerance ? tolerance.absolute : tolerance.relative * Math.max(1, Math.abs(theirs));
}

function wording(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { readdirSync } from 'node:fs';
import type { Comparison, NotCovered, VectorCase, VectorFamily } from '../vector-case.js';
import { type JsonEntry, readEntries } from './json-entries.js';
import { clipComparisons, nearestComparisons } from './repair-entries.js';
import { shrinkageComparisons, workedComparisons } from './shrinkage-entries.js';

/** Correlation repair and shrinkage: JSON files of named entries, recognised by their fields. */
export const correlationFamily: VectorFamily = {
  name: 'correlation',
  run: (folder) => {
    const { entries, failures } = readEntries(folder);
    const cases: VectorCase[] = [...failures];
    const notCovered: NotCovered[] = [];
    for (const entry of entries) {
      const name = `correlation/${entry.file} ${entry.key}`;
      try {
        const compared = compare(entry, entries, folder);
        if ('reason' in compared) notCovered.push({ subject: name, reason: compared.reason, cases: 1 });
        else cases.push({ name, comparisons: compared });
      } catch (error) {
        cases.push({ name, comparisons: [], problem: error instanceof Error ? error.message : String(error) });
      }
    }
    for (const file of strangers(folder, entries)) {
      notCovered.push({ subject: `correlation/${file}`, reason: 'no entry of the JSON files refers to it' });
    }
    return { cases, notCovered };
  },
};

function compare(
  entry: JsonEntry,
  entries: readonly JsonEntry[],
  folder: string,
): readonly Comparison[] | { readonly reason: string } {
  return (
    nearestComparisons(entry) ??
    clipComparisons(entry, entries) ??
    shrinkageComparisons(entry, folder) ??
    workedComparisons(entry) ?? { reason: `its fields are known nowhere here: ${Object.keys(entry.facts).join(', ')}` }
  );
}

/** Files that are neither JSON nor the observations of an entry. */
function strangers(folder: string, entries: readonly JsonEntry[]): readonly string[] {
  const data = new Set(entries.map(({ key }) => `lw_data_${key}.csv`));
  return readdirSync(folder)
    .filter((file) => !file.endsWith('.json') && !data.has(file))
    .sort();
}

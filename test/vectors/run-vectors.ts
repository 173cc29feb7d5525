import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FAMILIES } from './families.js';
import { reportFamily } from './report-family.js';
import type { FamilyResult, VectorFamily } from './vector-case.js';

const USAGE = 'usage: npm run vectors -- DIR, a folder with one folder per family';

/**
 * Runs every known family below a folder and reports it line by line. A folder that is itself a family is run too.
 *
 * @returns the exit code: 0 all passed, 1 a case failed or a family is empty, 2 nothing to run.
 */
export function runVectors(args: readonly string[], print: (line: string) => void): number {
  const [directory, ...rest] = args;
  if (directory === undefined || rest.length > 0) return refuse(print, USAGE);
  if (!isFolder(directory)) return refuse(print, `there is no folder ${directory}; ${USAGE}`);
  const folders = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .filter((name) => isFolder(join(directory, name)))
    .sort();
  const chosen = FAMILIES.filter(({ name }) => folders.includes(name)).map((family) => ({
    family,
    folder: join(directory, family.name),
  }));
  const itself = FAMILIES.find(({ name }) => name === basename(directory));
  if (chosen.length === 0 && itself !== undefined) chosen.push({ family: itself, folder: directory });
  if (chosen.length === 0) {
    const known = FAMILIES.map(({ name }) => name).join(', ');
    return refuse(print, `no known family below ${directory}; known are: ${known}`);
  }
  let failed = false;
  for (const { family, folder } of chosen) {
    const report = reportFamily(family.name, guarded(family, folder));
    for (const line of report.lines) print(line);
    failed ||= report.failed;
  }
  const known = new Set(FAMILIES.map(({ name }) => name));
  for (const name of folders.filter((folder) => !known.has(folder))) {
    print(`${name}: not covered, margo has no family of this name`);
  }
  return failed ? 1 : 0;
}

/** A family that breaks fails itself and lets the others run. */
function guarded(family: VectorFamily, folder: string): FamilyResult {
  try {
    return family.run(folder);
  } catch (error) {
    return { cases: [{ name: folder, comparisons: [], problem: String(error) }], notCovered: [] };
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function refuse(print: (line: string) => void, message: string): number {
  print(message);
  return 2;
}

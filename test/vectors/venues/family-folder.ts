import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FamilyResult, VectorFamily } from '../vector-case.js';

/** Runs a family on a folder of its own with these files, and removes it. */
export function runFamily(family: VectorFamily, files: Readonly<Record<string, unknown>>): FamilyResult {
  const folder = mkdtempSync(join(tmpdir(), 'margo-venues-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
    return family.run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

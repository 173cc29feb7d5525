import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Removes the declarations that the library's own (`index.d.ts`) do not lead to: two files in three, which nobody could import. */
export function dropUnreachableTypes(folder) {
  const entry = join(folder, 'index.d.ts');
  if (!existsSync(entry)) return;
  const reached = new Set();
  const reach = (file) => {
    if (reached.has(file) || !existsSync(file)) return;
    reached.add(file);
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
      reach(join(dirname(file), target.replace(/\.js$/, '.d.ts')));
    }
  };
  reach(entry);
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name);
    if (statSync(file).isFile() && !reached.has(file)) rmSync(file);
  }
}

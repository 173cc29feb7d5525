import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Block, markdownBlocks } from './markdown-blocks.js';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A page a reader is shown: its path from the root, its text and its fenced blocks. */
export interface Page {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** README.md, CHANGELOG.md, everything in docs/ and the notes of the fixtures that ship. */
export function pages(): Page[] {
  const docs = readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`);
  const fixtures = readdirSync(join(ROOT, 'fixtures'))
    .map((name) => `fixtures/${name}/README.md`)
    .filter((path) => existsSync(join(ROOT, path)))
    .sort();
  return ['README.md', 'CHANGELOG.md', ...docs, ...fixtures].map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, blocks: markdownBlocks(path, text) };
  });
}

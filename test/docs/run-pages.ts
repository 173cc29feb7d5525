import { execFileSync } from 'node:child_process';
import type { Block } from './markdown-blocks.js';
import type { Page } from './pages.js';
import { ScratchFolder, type ScriptRun } from './scratch-folder.js';

const PAGES_AT_ONCE = 2;

/** What the command of each block came to; blocks that are not run are absent. */
export type BlockRuns = ReadonlyMap<Block, ScriptRun>;

/**
 * The script a block stands for, or null: the text of a `sh` block unless it says `not-run="why"`, and the command an output
 * block names with `of="command"`.
 */
export function scriptOf(block: Block): string | null {
  if (block.language === 'sh') return 'not-run' in block.attributes ? null : block.text;
  return block.attributes.of ?? null;
}

/** Whether the machine lacks something that a script calls: jq is no part of the set-up. */
export function isBeyondThisMachine(script: string): boolean {
  return /(?:^|[\s|])jq\s/.test(script) && !HAS_JQ;
}

const HAS_JQ = canRun('jq');

function canRun(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs the scripts of all pages: those of one page one after another in one folder, two pages at a time. */
export async function runPages(pages: readonly Page[]): Promise<BlockRuns> {
  const runs = new Map<Block, ScriptRun>();
  const queue = [...pages];
  const worker = async (): Promise<void> => {
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) await runPage(page, runs);
  };
  await Promise.all(Array.from({ length: PAGES_AT_ONCE }, worker));
  return runs;
}

async function runPage({ blocks }: Page, runs: Map<Block, ScriptRun>): Promise<void> {
  const folder = new ScratchFolder();
  try {
    for (const block of blocks) {
      const script = scriptOf(block);
      if (script !== null && !isBeyondThisMachine(script)) runs.set(block, await folder.run(script));
    }
  } finally {
    folder.remove();
  }
}

import { writeFile } from 'node:fs/promises';
import { type Io, type Issue, makeIssue } from '../../domain/index.js';
import type { OutputTarget } from './output-target.js';
import { replaceFile } from './replace-file.js';
import { writeText } from './write-text.js';

/** Writes a document to its target; an issue when the system refuses. Nothing is left half-written. */
export async function writeOutput(target: OutputTarget, text: string, io: Io): Promise<Issue | null> {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  try {
    if (target.kind === 'stdout') await writeText(io.stdout, whole);
    else if (target.kind === 'device') await writeFile(target.path, whole);
    else await replaceFile(target.path, whole, target.mode);
    return null;
  } catch (error) {
    return makeIssue('CFG_OUTPUT_FAILED', {
      value: target.kind === 'stdout' ? 'standard output' : target.path,
      detail: (error as Error).message,
    });
  }
}

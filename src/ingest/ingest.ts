import type { Io } from '../domain/index.js';
import type { Ingested } from './ingested.js';
import { IssueList } from './issue-list.js';
import type { Input } from './source/input.js';
import { InputFault } from './source/input-fault.js';
import { openText, type TextSource } from './source/text-source.js';

/** How one kind of file is read: `read` takes the text in, `result` gives what was good, also after a fault. */
export interface Reading<T> {
  read(source: TextSource): Promise<void>;
  result(): T;
}

/**
 * Reads one input to its end: opens it, lets `begin` make sense of it, and gathers every complaint and the file's hash.
 * Nothing about the file makes it throw; what does throw is an abort or a fault of the program.
 */
export async function ingest<T>(
  role: string,
  input: Input,
  io: Io,
  begin: (issues: IssueList) => Reading<T>,
): Promise<Ingested<T>> {
  const issues = new IssueList();
  const reading = begin(issues);
  let sha256 = '';
  try {
    const source = await openText(input, io);
    await reading.read(source);
    sha256 = source.sha256();
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    issues.append([error.issue]);
  }
  const value = reading.result();
  return {
    value,
    issues: issues.all(),
    source: { role, file: typeof input === 'string' ? input : input.file, sha256 },
  };
}

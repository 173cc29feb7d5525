import { basename } from 'node:path';
import { type Io, type Issue, makeIssue } from '../../domain/index.js';
import { matrixFiles, readCorrelations, type Source } from '../../ingest/index.js';
import type { LoadedCase, LoadedRobust } from './load-robust.js';

const ROLE = /^robust\.(.*)\.correlations$/s;

/**
 * The cases of `--robust correlations DIR`: each matrix of a folder in place of the run's own, the worst of them counts. A case
 * is called what its file is, without the ending.
 *
 * @param robustFiles where the matrices of a document lie now, by their role; where it has any, the folder is not looked at
 */
export async function loadMatrices(
  path: string,
  robustFiles: Readonly<Record<string, string>>,
  io: Io,
): Promise<{ readonly robust: LoadedRobust | null; readonly issues: Issue[]; readonly sources: Source[] }> {
  const recorded = Object.entries(robustFiles).flatMap(([role, file]) => {
    const name = ROLE.exec(role)?.[1];
    return name === undefined ? [] : [{ name, file }];
  });
  const found = (await matrixFiles(path, io)).map((file) => ({ name: caseName(file), file }));
  const files = recorded.length > 0 ? recorded : found;
  const issues: Issue[] = [];
  const sources: Source[] = [];
  if (path === '' || files.length === 0) {
    issues.push(makeIssue('ROB_NO_MATRICES', { field: '--robust', subject: path === '' ? 'correlations' : path }));
  }
  const cases: LoadedCase[] = [];
  for (const { name, file } of path === '' ? [] : files) {
    if (cases.some((one) => one.name === name)) issues.push(makeIssue('ROB_NAME_TWICE', { subject: name }));
    const ingested = await readCorrelations(file, io);
    issues.push(...ingested.issues);
    sources.push({ ...ingested.source, role: `robust.${name}.correlations` });
    const plain = { weight: 1, model: null, set: {}, parameters: null, market: null, origin: null };
    cases.push({ ...plain, name, correlations: ingested.value });
  }
  return { robust: { rule: 'worst', cases, ranges: null, ofTheRun: true }, issues, sources };
}

function caseName(file: string): string {
  return basename(file)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '');
}

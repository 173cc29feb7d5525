import { basename, join } from 'node:path';
import { hasErrors, type Io, type Issue, makeIssue } from '../domain/index.js';
import type { Source } from '../ingest/index.js';
import type { Manifest } from '../schema/envelope.js';
import type { OptimizeResult } from '../schema/optimize-document.js';
import type { Check, VerifyResult } from '../schema/verify-document.js';
import { ManifestBuilder } from './manifest.js';
import type { Outcome } from './outcome.js';
import { basisChecks, documentChecks, inputChecks, outcomeChecks } from './verify/document-checks.js';
import { figureChecks } from './verify/figure-checks.js';
import { boundChecks, limitsCheck, secondChecks, tradesCheck } from './verify/proof-checks.js';
import { readRecorded } from './verify/read-recorded.js';
import { type RebuiltDocument, rebuildDocument } from './verify/rebuild-document.js';
import type { RecordedCommand, RecordedDocument, VerifyRequest } from './verify/recorded-run.js';
import { RUN_AGAIN, type RunAgain } from './verify/run-again.js';
import { solvedMembers, solverPlaces } from './verify/solver-places.js';

const SCHEMA = 'margo/verify@1';

/**
 * Checks a document against its inputs: that they are the same files and that every figure comes out again; of an optimisation
 * that the trades could be done, and, by weak duality and without a solver, that the bound is one. What can only be taken from
 * the solver is named.
 *
 * @param again how runs are made again
 */
export async function runVerify(
  request: VerifyRequest,
  io: Io,
  again: RunAgain = RUN_AGAIN,
): Promise<Outcome<VerifyResult>> {
  const manifest = new ManifestBuilder({ optionsInEffect: request.optionsInEffect, seed: 0 }, io);
  const { document, issues: read, source } = await readRecorded(request.document, io);
  const issues: Issue[] = [...read];
  const refused = (sources: readonly Source[]): Outcome<VerifyResult> => {
    manifest.read(sources);
    return { schema: SCHEMA, status: 'error', manifest: manifest.build(), result: null, issues };
  };
  manifest.finished('read');
  if (document === null) return refused([source]);
  const files = inputFilesOf(document, request, issues);
  if (hasErrors(issues)) return refused([source]);
  const recorded = request.recreate({ command: commandOf(document), options: document.manifest.options, files });
  issues.push(...recorded.issues);
  if (recorded.value === null || hasErrors(issues)) return refused([source]);

  const rebuilt = await rebuildDocument(document, recorded.value, io, again);
  manifest.finished('rebuild');
  const sources: Source[] = [source, ...rebuilt.manifest.inputs];
  const unread = rebuilt.result === null ? rebuilt.issues.filter(({ code }) => code.startsWith('FILE_')) : [];
  issues.push(...unread);
  if (hasErrors(issues)) return refused(sources);
  const result = verified(request.document, document, rebuilt);
  manifest.finished('check');
  manifest.read(sources);
  const built: Manifest = { ...manifest.build(), model: rebuilt.manifest.model, asOf: rebuilt.manifest.asOf };
  return { schema: SCHEMA, status: result.verified ? 'ok' : 'no', manifest: built, result, issues };
}

function commandOf({ schema }: RecordedDocument): RecordedCommand {
  return schema.slice('margo/'.length, schema.indexOf('@')) as RecordedCommand;
}

/** Where each input is now: as the manifest says, in another folder, or as the request says of its role. */
function inputFilesOf({ manifest: { inputs } }: RecordedDocument, request: VerifyRequest, issues: Issue[]) {
  const files = new Map<string, string>();
  for (const { role, file } of inputs) {
    files.set(role, request.inputs === null || file === '-' ? file : join(request.inputs, basename(file)));
  }
  for (const text of request.replaced) {
    const [role = '', ...rest] = text.split('=');
    if (files.has(role) && rest.join('=') !== '') files.set(role, rest.join('='));
    else issues.push(makeIssue('CFG_NOT_AN_INPUT', { value: text, expected: [...files.keys()].join(', ') }));
  }
  for (const [role, file] of files) {
    if (file === '-') issues.push(makeIssue('VFY_INPUT_WAS_STREAM', { subject: role }));
  }
  return files;
}

function verified(file: string, document: RecordedDocument, rebuilt: RebuiltDocument): VerifyResult {
  const before = [...documentChecks(document), ...inputChecks(document.manifest, rebuilt.manifest.inputs)];
  const { checks, figures, differences } =
    rebuilt.result === null
      ? { checks: [refusedCheck(rebuilt)], figures: 0, differences: [] }
      : figuresOf(document, rebuilt);
  const all = [...before, ...checks];
  const failed = all.filter(({ ok }) => !ok).length;
  return {
    document: document.schema,
    file,
    verified: failed === 0,
    checks: all,
    failed,
    figures,
    differences,
    restsOnSolver: solverPlaces(document),
  };
}

function figuresOf(document: RecordedDocument, rebuilt: RebuiltDocument): ReturnType<typeof figureChecks> {
  const compared = figureChecks(
    rebuilt.result as Readonly<Record<string, unknown>>,
    document.result as unknown as Readonly<Record<string, unknown>>,
  );
  const solved = solvedMembers(document);
  const checks = [
    ...basisChecks(document.manifest, rebuilt.manifest),
    ...compared.checks.map((check): Check => (solved.has(check.name) ? { ...check, rests: 'solver' } : check)),
    ...(document.schema === 'margo/optimize@1' ? hedgeChecks(document, rebuilt) : []),
    ...outcomeChecks(document, rebuilt),
  ];
  return { ...compared, checks };
}

function hedgeChecks(document: RecordedDocument, { proof, second, faults, searched }: RebuiltDocument): Check[] {
  const result = document.result as OptimizeResult;
  if (result.after === null) return [];
  return [
    tradesCheck(result, faults),
    limitsCheck(result, document.status),
    ...boundChecks(result, proof),
    ...secondChecks(result, second),
    ...searched,
  ];
}

/** The inputs are there and the run refuses them: they cannot be those of the document. */
function refusedCheck({ issues }: RebuiltDocument): Check {
  const first = issues.find(({ severity }) => severity === 'error');
  const expected = 'a result';
  return { name: 'run again', ok: false, rests: 'inputs', expected, found: 'refused', detail: first?.message ?? '' };
}

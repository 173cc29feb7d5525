import { hasErrors, type Io, type Issue } from '../domain/index.js';
import { readCases, readMarket, type Source } from '../ingest/index.js';
import type { ReconcileResult } from '../schema/reconcile-document.js';
import type { MarketReader } from './load-inputs.js';
import { ManifestBuilder } from './manifest.js';
import type { Outcome } from './outcome.js';
import { type CaseAnswer, reconcileCase } from './reconcile-case.js';
import type { ReconcileRequest } from './request.js';
import { sealed } from './seals.js';

const SCHEMA = 'margo/reconcile@1';

/**
 * Does my model agree with the figures the venue reports. Every case is answered whatever is wrong with the others: the
 * status is `error` where one was refused or the file is bad, else `no` where a figure is outside the tolerance.
 */
export async function runReconcile(request: ReconcileRequest, io: Io): Promise<Outcome<ReconcileResult>> {
  const manifest = new ManifestBuilder({ ...request, positions: request.cases }, io);
  const file = await readCases(request.cases, io);
  const issues: Issue[] = [...file.issues];
  manifest.read([file.source]);
  manifest.finished('read');
  if (file.value.length === 0)
    return { schema: SCHEMA, status: 'error', manifest: manifest.build(), result: null, issues };

  const marketOnce = onceEach(readMarket);
  const answers: CaseAnswer[] = [];
  // One after another: the market of a case may be large, and a good many cases share one.
  for (const item of file.value) {
    io.signal.throwIfAborted();
    answers.push(await reconcileCase(item, request, io, marketOnce));
  }
  manifest.read([file.source, ...distinct(answers.flatMap(({ sources }) => sources))]);
  manifest.finished('reconcile');
  const result = summedUp(answers, request);
  issues.push(...answers.flatMap(({ answer }) => answer.issues.map((issue) => ofCase(answer.name, issue))));
  const status = hasErrors(issues) ? 'error' : result.failed > 0 ? 'no' : 'ok';
  return sealed({ schema: SCHEMA, status, manifest: manifest.build(), result, issues });
}

/** Reads each market file once, however many cases name it, for each venue whose names it is read with. */
function onceEach(read: MarketReader): MarketReader {
  const known = new Map<string, ReturnType<MarketReader>>();
  return (input, io, options) => {
    if (typeof input !== 'string') return read(input, io, options);
    const key = JSON.stringify([input, options.venue]);
    const reading = known.get(key) ?? read(input, io, options);
    known.set(key, reading);
    return reading;
  };
}

function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [JSON.stringify([source.role, source.file]), source])).values()];
}

/** The same complaint, telling its case: a line of many cases is of no use without it. */
function ofCase(name: string, issue: Issue): Issue {
  return { ...issue, message: `case ${name}: ${issue.message}` };
}

const RANKS = { outside: 0, refused: 1, within: 2 } as const;

/** All cases, the worst first. */
function summedUp(answers: readonly CaseAnswer[], { tolerance }: ReconcileRequest): ReconcileResult {
  const ranked = [...answers].sort(
    (a, b) =>
      RANKS[a.answer.status] - RANKS[b.answer.status] || (b.farthest?.distance ?? 0) - (a.farthest?.distance ?? 0) || 0,
  );
  const farthest = ranked.filter((one) => one.farthest !== null)[0];
  const count = (status: keyof typeof RANKS) => answers.filter(({ answer }) => answer.status === status).length;
  return {
    tolerance: { amount: tolerance.amount, relative: tolerance.relative },
    cases: ranked.map(({ answer }) => answer),
    passed: count('within'),
    failed: count('outside'),
    refused: count('refused'),
    worst: farthest === undefined ? null : { case: farthest.answer.name, figure: farthest.farthest!.figure },
  };
}

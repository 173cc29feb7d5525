import { hasErrors, type Io } from '../domain/index.js';
import type { MarginResult } from '../schema/margin-document.js';
import { ellipsoidRun } from './ellipsoid/ellipsoid-run.js';
import { ellipsoidIssues } from './ellipsoid/scenario-mode.js';
import { breaks, limitLines, nothingTraded } from './limit-lines.js';
import { loadInputs } from './load-inputs.js';
import { ManifestBuilder } from './manifest.js';
import { marginResult } from './margin-result.js';
import type { Outcome } from './outcome.js';
import { prepareRun } from './prepare-run.js';
import type { MarginRequest } from './request.js';
import { resolveLimits } from './resolve-limits.js';
import { sealed } from './seals.js';

const SCHEMA = 'margo/margin@1';

/** What margin does the book need, and why. Never prints; every file is read before anything is computed. */
export async function runMargin(request: MarginRequest, io: Io): Promise<Outcome<MarginResult>> {
  const manifest = new ManifestBuilder(request, io);
  const { inputs, issues, sources } = await loadInputs(request, io);
  manifest.read(sources);
  manifest.finished('read');
  if (hasErrors(issues)) return { schema: SCHEMA, status: 'error', manifest: manifest.build(), result: null, issues };
  const prepared = prepareRun(request, inputs, io, []);
  issues.push(...prepared.issues);
  manifest.prepared(prepared.run);
  manifest.finished('value');
  if (prepared.run === null)
    return { schema: SCHEMA, status: 'error', manifest: manifest.build(), result: null, issues };
  issues.push(...ellipsoidIssues(request, prepared.run));
  if (hasErrors(issues)) return { schema: SCHEMA, status: 'error', manifest: manifest.build(), result: null, issues };
  const run = await ellipsoidRun(request, prepared.run);
  const resolved = resolveLimits(inputs.limits, run);
  issues.push(...resolved.issues);
  const lines = limitLines(resolved.limits, run.quantities, nothingTraded(run.lines.length));
  const { result, issues: accountIssues } = marginResult(run, inputs.account, lines);
  issues.push(...accountIssues);
  manifest.finished('margin');
  if (hasErrors(issues)) return { schema: SCHEMA, status: 'error', manifest: manifest.build(), result: null, issues };
  const above = request.failAbove !== null && result.initialMargin > request.failAbove;
  const status = above || lines.some(breaks) ? 'no' : 'ok';
  return sealed({ schema: SCHEMA, status, manifest: manifest.build(), result, issues });
}

import { hasErrors, type Io } from '../domain/index.js';
import type { AttributeResult } from '../schema/attribute-document.js';
import { attributeResult } from './attribute-result.js';
import { ellipsoidRun } from './ellipsoid/ellipsoid-run.js';
import { ellipsoidIssues } from './ellipsoid/scenario-mode.js';
import { breaks, limitLines, nothingTraded } from './limit-lines.js';
import { loadInputs } from './load-inputs.js';
import { ManifestBuilder } from './manifest.js';
import { runNearBook } from './near-book.js';
import type { Outcome } from './outcome.js';
import { prepareRun } from './prepare-run.js';
import type { AttributeRequest } from './request.js';
import { resolveLimits } from './resolve-limits.js';
import { sealed } from './seals.js';

const SCHEMA = 'margo/attribute@1';

/** Which position, underlying, expiry or strategy costs how much margin. */
export async function runAttribute(request: AttributeRequest, io: Io): Promise<Outcome<AttributeResult>> {
  const manifest = new ManifestBuilder(request, io);
  const { inputs, issues, sources } = await loadInputs(request, io);
  const refused = (): Outcome<AttributeResult> => ({
    schema: SCHEMA,
    status: 'error',
    manifest: manifest.build(),
    result: null,
    issues,
  });
  manifest.read(sources);
  manifest.finished('read');
  if (hasErrors(issues)) return refused();
  const prepared = prepareRun(request, inputs, io, []);
  issues.push(...prepared.issues);
  manifest.prepared(prepared.run);
  manifest.finished('value');
  if (prepared.run === null) return refused();
  issues.push(...ellipsoidIssues(request, prepared.run));
  if (hasErrors(issues)) return refused();
  const { run: own, issues: tooLarge } = runNearBook(prepared.run);
  issues.push(...tooLarge);
  if (hasErrors(issues)) return refused();
  const run = await ellipsoidRun(request, own);
  const resolved = resolveLimits(inputs.limits, run);
  issues.push(...resolved.issues);
  if (hasErrors(issues)) return refused();
  const limits = limitLines(resolved.limits, run.quantities, nothingTraded(run.lines.length));
  const { result, issues: remarks } = attributeResult(run, request, limits);
  issues.push(...remarks);
  manifest.finished('attribute');
  return sealed({
    schema: SCHEMA,
    status: limits.some(breaks) ? 'no' : 'ok',
    manifest: manifest.build(),
    result,
    issues,
  });
}

import type { OptimizeRequest } from '../../app/request.js';
import { makeIssue } from '../../domain/index.js';
import { allocateRequest } from '../allocate-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { refuseUsage } from '../refuse-usage.js';
import { searchRequest } from '../search-request.js';
import { runDocument } from './run-document.js';

/** `margo optimize POSITIONS`. */
export function run(invocation: Invocation): Promise<number> {
  const { allocate } = invocation.options as OptionsOf<'optimize'>;
  if (allocate !== null) {
    const asked = allocateRequest(invocation, allocate);
    if ('issues' in asked) return refuseUsage(invocation, asked.issues);
    return runDocument(invocation, () => invocation.services.runAllocate(asked.request, invocation.io));
  }
  const { collateralFile, capitalCost } = invocation.options as OptionsOf<'optimize'>;
  if (collateralFile !== null && capitalCost !== null) {
    return refuseUsage(invocation, [makeIssue('CFG_CONFLICT', { field: '--capital-cost', subject: '--collateral' })]);
  }
  return runDocument(invocation, () => invocation.services.runOptimize(optimizeRequest(invocation), invocation.io));
}

/** The request that the options of an invocation make; `margo verify` makes it again from a document's manifest. */
export function optimizeRequest(invocation: Invocation): OptimizeRequest {
  const options = invocation.options as OptionsOf<'optimize'>;
  return {
    ...searchRequest(invocation),
    requireImprovement: options.requireImprovement,
    explain: options.explain,
    secondAim: options.then === null ? null : { aim: options.then, within: options.thenWithin },
    robust: options.robust,
    robustFiles: {},
    collateral:
      options.collateralFile === null ? null : { file: options.collateralFile, venue: options.collateralVenue },
  };
}

import type { Issue, Limit } from '../../domain/index.js';
import type { Resource } from '../../optimizer/frontier/index.js';
import type { PreparedRun } from '../prepare-run.js';
import type { FrontierRequest } from '../request.js';
import { resolveLimits } from '../resolve-limits.js';

/** What a frontier runs along. */
export type FrontierAxis = 'cost' | 'vega' | 'trades';

/**
 * The resource of a request: the figure that a limit of this kind and scope bounds.
 *
 * @returns null with issues where the scope means nothing here
 */
export function frontierResource(
  { along, scope }: Pick<FrontierRequest, 'along' | 'scope'>,
  run: PreparedRun,
): { readonly resource: Resource | null; readonly issues: readonly Issue[] } {
  const limit: Limit = {
    kind: along,
    scope: along === 'trades' ? 'total' : scope,
    min: null,
    max: { value: 0, relative: false },
    priority: 'hard',
    origin: { file: '--scope', line: 1, column: 1 },
  };
  const { limits, issues } = resolveLimits([limit], run);
  return { resource: limits[0] ?? null, issues };
}

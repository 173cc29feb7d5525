import type { AllocateRequest } from '../app/request.js';
import { type Issue, makeIssue } from '../domain/index.js';
import { commonRequest } from './common-request.js';
import type { Invocation } from './invocation.js';
import type { OptionsOf } from './options.js';

/** Options that say what may be traded, or within what, of one book under one rule book: moves between venues have no use for them. */
const OF_ONE_BOOK = [
  ['account', '--account'],
  ['candidates', '--candidates'],
  ['collateralFile', '--collateral'],
  ['depth', '--depth'],
  ['exclude', '--exclude'],
  ['explain', '--explain'],
  ['fees', '--fees'],
  ['keep', '--keep'],
  ['limit', '--limit'],
  ['limits', '--limits'],
  ['maker', '--maker'],
  ['minDays', '--min-days'],
  ['noClose', '--no-close'],
  ['only', '--only'],
  ['onlyClose', '--only-close'],
  ['parameters', '--parameters'],
  ['robust', '--robust'],
  ['side', '--side'],
  ['then', '--then'],
] as const;

/** The request of `optimize --allocate`, or which of the other options it has no use for. */
export function allocateRequest(
  invocation: Invocation,
  allocate: string,
): { readonly request: AllocateRequest } | { readonly issues: readonly Issue[] } {
  const options = invocation.options as OptionsOf<'optimize'>;
  const given = OF_ONE_BOOK.filter(([key]) => isGiven((invocation.options as Readonly<Record<string, unknown>>)[key]));
  if (given.length > 0) {
    return { issues: given.map(([, field]) => makeIssue('CFG_CONFLICT', { field, subject: '--allocate' })) };
  }
  return {
    request: {
      ...commonRequest(invocation),
      allocate,
      seed: options.seed,
      capitalCost: options.capitalCost,
      horizonDays: options.horizon,
      maxTrades: options.maxTrades,
      lots: options.lots,
      solver: options.solver,
      timeLimit: options.timeLimit,
      relativeGap: options.gap,
      requireImprovement: options.requireImprovement,
    },
  };
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== false;
}

import type { FrontierRequest } from '../../app/request.js';
import { commonRequest } from '../common-request.js';
import type { Invocation } from '../invocation.js';
import type { OptionsOf } from '../options.js';
import { runDocument } from './run-document.js';

/** `margo frontier POSITIONS`. */
export function run(invocation: Invocation): Promise<number> {
  return runDocument(invocation, () => invocation.services.runFrontier(frontierRequest(invocation), invocation.io));
}

function frontierRequest(invocation: Invocation): FrontierRequest {
  const options = invocation.options as OptionsOf<'frontier'>;
  return {
    ...commonRequest(invocation),
    along: options.along,
    scope: options.scope,
    points: options.points,
    depth: options.depth,
    fees: options.fees,
    maker: options.maker,
    seed: options.seed,
    candidates: options.candidates,
    filters: {
      only: options.only,
      exclude: options.exclude,
      sides: options.side,
      noClose: options.noClose,
      onlyClose: options.onlyClose,
    },
    capitalCost: options.capitalCost,
    horizonDays: options.horizon,
    horizonRule: options.horizonRule,
    minDays: options.minDays,
    maxTrades: options.maxTrades,
    maxPerExpiry: options.maxPerExpiry,
    minTicket: options.minTicket,
    minTicketNotional: options.minTicketNotional,
    allOrNone: options.allOrNone,
    lots: options.lots,
    solver: options.solver,
    timeLimit: options.timeLimit,
    relativeGap: options.gap,
    // What belongs to one answer, not to a curve of them.
    requireImprovement: false,
    explain: false,
    secondAim: null,
    robust: null,
    robustFiles: {},
  };
}

import type { FrontierRequest } from '../app/request.js';
import { commonRequest } from './common-request.js';
import type { Invocation } from './invocation.js';
import type { OptionsOf } from './options.js';

type OfOneAnswer = 'requireImprovement' | 'explain' | 'secondAim' | 'robust' | 'robustFiles' | 'collateral';
type OfACurve = 'along' | 'scope' | 'points';

/** The part of a request that all searches for trades share. */
export function searchRequest(invocation: Invocation): Omit<FrontierRequest, OfOneAnswer | OfACurve> {
  const options = invocation.options as OptionsOf<'optimize' | 'frontier'>;
  return {
    ...commonRequest(invocation),
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
  };
}

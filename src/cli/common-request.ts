import type { ScenarioMode } from '../app/ellipsoid/scenario-mode.js';
import type { CommonRequest } from '../app/request.js';
import type { Invocation } from './invocation.js';
import type { OptionsOf } from './options.js';
import { optionsInEffect } from './options-in-effect.js';

/** The part of a request that all runs on a book share. */
export function commonRequest(invocation: Invocation): CommonRequest {
  const options = invocation.options as OptionsOf<'margin' | 'attribute' | 'optimize' | 'whatif'>;
  const { argument, parameterOverrides, command } = invocation;
  if (argument === null) throw new Error(`margo ${command.name} was run without positions`);
  return {
    positions: argument,
    market: options.market,
    correlations: options.correlations,
    prices: options.prices,
    // Only commands that trade have trades on offer.
    crif: (options as { readonly crif?: string | null }).crif ?? null,
    dividends: options.dividends,
    account: options.account,
    span: options.span,
    limits: options.limits,
    limitTexts: options.limit,
    // Commands without trades have nothing to keep.
    keepTexts: (options as { readonly keep?: readonly string[] }).keep ?? [],
    model: options.model,
    parameters: options.parameters,
    parameterOverrides,
    asOf: options.asOf,
    currency: options.currency,
    noRepair: options.noRepair,
    venue: options.venue,
    // Only the solver draws at random.
    seed: 0,
    scenarioMode: (options as { readonly scenarios?: ScenarioMode }).scenarios ?? 'listed',
    optionsInEffect: optionsInEffect(command.name, invocation),
  };
}

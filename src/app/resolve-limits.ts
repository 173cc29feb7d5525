import { type Issue, type Limit, limitTitle, makeIssue } from '../domain/index.js';
import { opposite } from '../formula/index.js';
import {
  isProblem,
  type LimitContext,
  type LimitProblem,
  type ResolvedLimit,
  resolveLimit,
} from '../optimizer/limits/index.js';
import { didYouMean } from './did-you-mean.js';
import type { PreparedRun } from './prepare-run.js';
import { boundText, rangeText } from './range-text.js';

/** What limits measure in a prepared run. */
export function limitContext(run: PreparedRun): LimitContext {
  return {
    lines: run.lines,
    market: [...run.view.market.quotes.values()].map(({ instrument }) => instrument),
    greeks: run.greeks,
    quantities: run.quantities,
    initialMargin: run.requirement.initial,
    scenarios: run.requirement.scenarios.map(({ scenario, pnl }) => ({
      name: scenario.name,
      pnl,
      // Made only where a limit asks: with thousands of scenarios the copies would be as large as the payoff matrix.
      get loss() {
        return opposite(pnl, `loss in ${scenario.name}`);
      },
    })),
    currency: run.view.currency,
  };
}

/** Every limit of a request as figures, and what is wrong with those that mean nothing here. */
export function resolveLimits(
  limits: readonly Limit[],
  run: PreparedRun,
): { readonly limits: readonly ResolvedLimit[]; readonly issues: readonly Issue[] } {
  const context = limitContext(run);
  const resolved: ResolvedLimit[] = [];
  const issues: Issue[] = [];
  for (const limit of limits) {
    const found = resolveLimit(limit, context);
    if (isProblem(found)) {
      issues.push(problemIssue(limit, found));
      continue;
    }
    for (const one of found) {
      if (one.min <= one.max) resolved.push(one);
      else
        issues.push(
          makeIssue('LMT_MINIMUM_ABOVE_MAXIMUM', {
            at: limit.origin,
            subject: one.name,
            detail: rangeText(one),
          }),
        );
    }
  }
  return { limits: resolved, issues };
}

function problemIssue(limit: Limit, { problem, known }: LimitProblem): Issue {
  const facts = {
    at: limit.origin,
    subject: `${limitTitle(limit)} ${limit.scope}`,
    field: 'scope',
    value: limit.scope,
  };
  const hint = didYouMean(limit.scope, known);
  switch (problem) {
    case 'unknownScope':
      return makeIssue('LMT_UNKNOWN_SCOPE', {
        ...facts,
        hint,
        expected: 'total, an underlying, an expiry such as 2026-07-31, or an instrument pattern such as BTC-*-C',
      });
    case 'unknownScenario':
      return makeIssue('LMT_UNKNOWN_SCENARIO', { ...facts, hint });
    case 'onlyMaximum':
      return makeIssue('LMT_ONLY_MAXIMUM', { ...facts, ...endFacts(limit, 'min') });
    case 'relativeToTrades':
      return makeIssue('LMT_RELATIVE_TO_TRADES', { ...facts, ...endFacts(limit, limit.max?.relative ? 'max' : 'min') });
  }
}

function endFacts(limit: Limit, end: 'min' | 'max'): { readonly field: string; readonly value: string | null } {
  const bound = limit[end];
  return { field: end, value: bound === null ? null : boundText(bound) };
}

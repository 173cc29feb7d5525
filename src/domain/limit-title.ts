import type { Limit } from './limit.js';

/** What a limit is called, without its scope: `delta`, or `keep delta` and `keep payoff` for one that keeps the profile. */
export function limitTitle({ kind, keep, title }: Pick<Limit, 'kind' | 'keep' | 'title'>): string {
  if (title !== undefined) return title;
  if (keep === undefined) return kind;
  return `keep ${kind === 'loss' ? 'payoff' : kind}`;
}

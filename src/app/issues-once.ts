import type { Issue } from '../domain/index.js';

/** Each issue once: several rule books say the same of the same inputs. */
export function issuesOnce(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}

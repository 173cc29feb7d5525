/** Wall-clock budget of one solve, shared by its attempts. */
export interface Deadline {
  /** Seconds left; 0 or less when over, Infinity when there is no limit. */
  readonly secondsLeft: () => number;
}

/** @param seconds the budget from now on; Infinity for none. */
export function deadlineIn(seconds: number): Deadline {
  const end = performance.now() + seconds * 1000;
  return { secondsLeft: () => (end - performance.now()) / 1000 };
}

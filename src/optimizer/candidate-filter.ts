/** Which trades the owner wants at all. `held`: contracts held now. */
export interface CandidateFilter {
  /** Why an instrument is left out; null when it is not. */
  readonly leavesOut: (instrument: string, held: number) => string | null;
  /** Contracts that may be bought (1) or sold (-1); why none where it is not done. */
  readonly most: (instrument: string, direction: 1 | -1, held: number) => number | string;
  /** What to add where a held line was to be closed and cannot be; null where nothing was to be closed. */
  readonly notClosed: (held: number) => string | null;
}

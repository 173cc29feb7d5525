/** One object of a stream; `type` says what the rest is. */
export interface NdjsonLine {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Where in a user's file a value was read: `line` and `column` count from 1; 0 means unknown. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

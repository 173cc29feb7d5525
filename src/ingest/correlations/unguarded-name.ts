/**
 * A name as it was before a CSV writer put an apostrophe before what a spreadsheet would take for a formula (`'@ES`): the matrix
 * that `margo correlate --format csv` writes is read with the names that it was made from.
 */
export function unguardedName(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

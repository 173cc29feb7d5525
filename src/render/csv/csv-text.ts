/** A cell: numbers stay numbers, null is an empty cell. */
export type CsvValue = string | number | boolean | null;

/**
 * Rows as CSV (RFC 4180: CRLF, quotes doubled), first the names of the columns. Numbers are written in full precision.
 *
 * A text that a spreadsheet would take for a formula (it starts with = + - @, a tab or a carriage return) gets an apostrophe
 * in front, which spreadsheets hide: a hostile instrument name must not run. A number never does.
 */
export function csvText(columns: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  let text = `${columns.map(cellText).join(',')}\r\n`;
  for (const row of rows) text += `${row.map(cellText).join(',')}\r\n`;
  return text;
}

function cellText(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

import type { CsvDelimiter } from './csv-delimiter.js';

const QUOTE = '"';

/**
 * The fields of a line some of which are quoted in the plain way: the quote is the field's first character and its last, and
 * there is none between. Null where a quote stands anywhere else, which is the parser's to judge: a line may then not even
 * be a whole row.
 */
export function plainFields(line: string, delimiter: CsvDelimiter): string[] | null {
  const fields: string[] = [];
  let quote = line.indexOf(QUOTE);
  for (let start = 0; ; ) {
    if (quote === start) {
      const close = line.indexOf(QUOTE, start + 1);
      const after = close + 1;
      if (close === -1 || (after < line.length && line[after] !== delimiter)) return null;
      fields.push(line.slice(start + 1, close));
      if (after === line.length) return fields;
      start = after + 1;
      quote = line.indexOf(QUOTE, start);
      continue;
    }
    const end = line.indexOf(delimiter, start);
    if (quote !== -1 && (end === -1 || quote < end)) return null;
    fields.push(end === -1 ? line.slice(start) : line.slice(start, end));
    if (end === -1) return fields;
    start = end + 1;
  }
}

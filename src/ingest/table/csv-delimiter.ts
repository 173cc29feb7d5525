const DELIMITERS = [',', ';', '\t'] as const;

export type CsvDelimiter = (typeof DELIMITERS)[number];

/** The delimiter that the header line has most of outside quotes; a comma when it has none. */
export function csvDelimiter(headerLine: string): CsvDelimiter {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  let best: CsvDelimiter = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}

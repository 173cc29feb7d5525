import type { IssueFacts } from '../../src/domain/index.js';
import type { IssueEntry } from '../../src/domain/issues/issue-entry.js';

/** Facts whose values are their names, so that a sentence shows what is put where. */
const PLACEHOLDERS: IssueFacts = {
  field: 'FIELD',
  value: 'VALUE',
  expected: 'EXPECTED',
  subject: 'NAME',
  detail: 'DETAIL',
};

const FAMILIES: readonly { readonly title: string; readonly prefixes: readonly string[] }[] = [
  { title: 'Files and their syntax', prefixes: ['FILE', 'CSV', 'JSON', 'NDJSON'] },
  { title: 'Columns, fields and instruments', prefixes: ['COLUMN', 'FIELD', 'INSTRUMENT'] },
  { title: 'Positions', prefixes: ['POS'] },
  { title: 'Market and depth', prefixes: ['MKT', 'DEP'] },
  { title: 'Correlations', prefixes: ['COR'] },
  { title: 'Price history', prefixes: ['PRC'] },
  { title: 'Limits', prefixes: ['LIM', 'LMT'] },
  { title: 'Account', prefixes: ['ACC'] },
  { title: 'Trades and candidates', prefixes: ['TRD', 'EXE', 'NAM'] },
  { title: 'The run', prefixes: ['RUN'] },
  { title: 'Cases to reconcile', prefixes: ['REC'] },
  { title: 'Stress', prefixes: ['STR'] },
  { title: 'The search for trades', prefixes: ['OPT'] },
  { title: 'Command line and configuration', prefixes: ['CFG'] },
  { title: 'Faults of margo', prefixes: ['FAULT'] },
];

const OTHERS = 'Others';

const TABLE_HEAD = '| code | severity | says |\n| --- | --- | --- |\n';

const HEAD = `# Everything margo can complain about

This page is made from the sentences in the program (\`npm run docs:errors\`); a test checks that it is current.

A complaint is printed on standard error and stands in \`issues\` of every document, with its code, severity, file, line, column,
field, value and hint. An error refuses the run, after everything that is wrong has been told; a warning or an info does not. The exit
code is 3, or 2 when every error is of the command line or configuration (\`CFG_...\`), or 70 for a fault of margo.

In the sentences, words in capitals are put in by the run: FIELD is a column or option, VALUE what stands there, NAME what the
sentence is about, EXPECTED what would be accepted, DETAIL the particulars. A hint in brackets follows where there is one; some runs have a better one, such
as the nearest name.
`;

/** docs/errors.md: every issue code with its severity and its sentence, by family. */
export function errorsPage(table: Readonly<Record<string, IssueEntry>>): string {
  const codes = Object.keys(table);
  const sections = [...FAMILIES.map(({ title }) => title), OTHERS].map((title) => {
    const rows = codes.filter((code) => familyOf(code) === title).map((code) => row(code, table[code]!));
    return rows.length === 0 ? '' : `\n## ${title}\n\n${TABLE_HEAD}${rows.join('\n')}\n`;
  });
  return `${HEAD}${sections.join('')}`;
}

function familyOf(code: string): string {
  const prefix = code.split('_')[0]!;
  return FAMILIES.find(({ prefixes }) => prefixes.includes(prefix))?.title ?? OTHERS;
}

function row(code: string, { severity, message, hint }: IssueEntry): string {
  const advice = hint?.(PLACEHOLDERS) ?? null;
  const sentence = message(PLACEHOLDERS) + (advice === null ? '' : ` (${advice})`);
  return `| \`${code}\` | ${severity} | ${sentence.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('_', '\\_')} |`;
}

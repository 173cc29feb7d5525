import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPositions } from '../../../src/ingest/index.js';
import { readText } from '../read-text.js';

const NAMES = ['BTC-PERPETUAL', 'ETH-PERPETUAL', 'BTC-27JUN26-60000-C', 'SPY   260619C00600000', 'BTC_USDC'];
const COLUMNS = ['instrument', 'quantity', 'account', 'note'] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** How a CSV file may be written without saying anything else. */
interface Style {
  readonly delimiter: string;
  readonly newline: string;
  readonly quoteAll: boolean;
  readonly bom: boolean;
  readonly finalNewline: boolean;
  readonly blankLines: boolean;
  readonly capitals: boolean;
}

const row: fc.Arbitrary<Row> = fc.record({
  instrument: fc.constantFrom(...NAMES),
  quantity: fc.integer({ min: -5_000, max: 5_000 }).map((hundredths) => String(hundredths / 100)),
  account: fc.constantFrom('main', 'Zürich "B"', 'a,b;c\td', 'two\nlines', ''),
  note: fc.constantFrom('', 'x', ' padded '),
});
const rows = fc.array(row, { minLength: 1, maxLength: 12 });
const columns = fc.shuffledSubarray([...COLUMNS], { minLength: 4 });
const style: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  bom: fc.boolean(),
  finalNewline: fc.boolean(),
  blankLines: fc.boolean(),
  capitals: fc.boolean(),
});

function written(table: readonly Row[], order: readonly (keyof Row)[], how: Style): string {
  const field = (text: string) => (how.quoteAll || /[,;\t"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [
    order.map((name) => field(how.capitals ? name.toUpperCase() : name)),
    ...table.map((one) => order.map((name) => field(one[name]))),
  ].map((fields) => fields.join(how.delimiter));
  const between = how.blankLines ? how.newline.repeat(2) : how.newline;
  return `${how.bom ? '\ufeff' : ''}${lines.join(between)}${how.finalNewline ? how.newline : ''}`;
}

async function bookOf(text: string) {
  const { value, issues } = await readText(text, (path, io) => readPositions(path, io, { venue: null }));
  const positions = value.positions.map(({ instrument, quantity, account }) => ({ instrument, quantity, account }));
  positions.sort((a, b) => (a.instrument.name < b.instrument.name ? -1 : 1));
  const said = issues.map(({ code, message, value: offending }) => [code, message, offending].join('|')).sort();
  return { positions, said };
}

const PLAIN: Style = {
  delimiter: ',',
  newline: '\n',
  quoteAll: false,
  bom: false,
  finalNewline: true,
  blankLines: false,
  capitals: false,
};

describe('a positions file', () => {
  it('says the same in any delimiter, quoting, line end and column order', async () => {
    await fc.assert(
      fc.asyncProperty(rows, columns, style, async (table, order, how) => {
        const { said: _said, ...plain } = await bookOf(written(table, COLUMNS, PLAIN));
        const { said: _also, ...other } = await bookOf(written(table, order, how));
        expect(other).toEqual(plain);
      }),
      { seed: 31, numRuns: 200 },
    );
  });

  it('says the same as JSON and as NDJSON', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (table, asNumbers) => {
        const objects = table.map((one) => (asNumbers ? { ...one, quantity: Number(one.quantity) } : one));
        const csv = await bookOf(written(table, COLUMNS, PLAIN));
        expect((await bookOf(JSON.stringify(objects, null, 2))).positions).toEqual(csv.positions);
        expect((await bookOf(objects.map((one) => JSON.stringify(one)).join('\n'))).positions).toEqual(csv.positions);
      }),
      { seed: 32 },
    );
  });

  it('says the same in any order of rows, line numbers aside', async () => {
    const shuffled = rows.chain((table) =>
      fc.tuple(fc.constant(table), fc.shuffledSubarray(table, { minLength: table.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([table, again]) => {
        expect(await bookOf(written(again, COLUMNS, PLAIN))).toEqual(await bookOf(written(table, COLUMNS, PLAIN)));
      }),
      { seed: 33 },
    );
  });

  it('nets to nothing with its opposite', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const opposite = table.map((one) => ({ ...one, quantity: String(-Number(one.quantity)) }));
        expect((await bookOf(written([...table, ...opposite], COLUMNS, PLAIN))).positions).toEqual([]);
      }),
      { seed: 34 },
    );
  });
});

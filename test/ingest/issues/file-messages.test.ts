import { describe, expect, it } from 'vitest';
import { type Complaint, complaintsOf } from './complaints-of.js';

/** By fixture: code, `line:column`, field, value, message and hint of every issue, in order. */
const EXPECTED: Readonly<Record<string, readonly Complaint[]>> = {
  'csv-field-count/positions.csv': [
    [
      'CSV_FIELD_COUNT',
      '2:1',
      null,
      null,
      'row has 2 fields; the header has 3',
      'quote a field that holds the delimiter; end a row with delimiters for blank fields',
    ],
    [
      'CSV_FIELD_COUNT',
      '3:1',
      null,
      null,
      'row has 4 fields; the header has 3',
      'quote a field that holds the delimiter; end a row with delimiters for blank fields',
    ],
  ],
  'csv-quote-open/positions.csv': [
    [
      'CSV_QUOTE_OPEN',
      '3:17',
      null,
      null,
      'a quote is opened in field 3 of the row and never closed; nothing after it could be read',
      'close the quote; write a quote inside a quoted field twice',
    ],
  ],
  'file-gzip-broken/damaged.csv.gz': [
    [
      'FILE_GZIP_BROKEN',
      null,
      null,
      null,
      'file-gzip-broken/damaged.csv.gz is not a complete gzip file: its data are damaged',
      'fetch or write the file again; gzip -t FILE checks it',
    ],
  ],
  'file-gzip-broken/plain.csv.gz': [
    [
      'FILE_GZIP_BROKEN',
      null,
      null,
      null,
      'file-gzip-broken/plain.csv.gz is not a complete gzip file: it does not begin as one',
      'fetch or write the file again; gzip -t FILE checks it',
    ],
  ],
  'file-gzip-broken/truncated.csv.gz': [
    [
      'FILE_GZIP_BROKEN',
      null,
      null,
      null,
      'file-gzip-broken/truncated.csv.gz is not a complete gzip file: it ends too early',
      'fetch or write the file again; gzip -t FILE checks it',
    ],
  ],
  'file-is-directory/positions.csv': [
    [
      'FILE_IS_DIRECTORY',
      null,
      null,
      null,
      'cannot read file-is-directory/positions.csv: it is a directory; expected a CSV, JSON or NDJSON file',
      'name a file inside it',
    ],
  ],
  'file-no-rows/blank-lines.ndjson': [
    [
      'FILE_NO_ROWS',
      null,
      null,
      null,
      'file-no-rows/blank-lines.ndjson has no rows; expected a header and one row per position',
      null,
    ],
  ],
  'file-no-rows/empty.csv': [
    [
      'FILE_NO_ROWS',
      null,
      null,
      null,
      'file-no-rows/empty.csv has no rows; expected a header and one row per position',
      null,
    ],
  ],
  'file-no-rows/market.json': [
    [
      'FILE_NO_ROWS',
      null,
      null,
      null,
      'file-no-rows/market.json has no rows; expected a header and one row per quoted instrument',
      null,
    ],
  ],
  'file-no-rows/market.csv': [
    [
      'FILE_NO_ROWS',
      null,
      null,
      null,
      'file-no-rows/market.csv has no rows; expected a header and one row per quoted instrument',
      null,
    ],
  ],
  'file-not-found/positions.csv': [
    [
      'FILE_NOT_FOUND',
      null,
      null,
      null,
      'cannot read file-not-found/positions.csv: no such file',
      'check the path; - reads standard input',
    ],
  ],
  'file-not-text/positions.csv': [
    [
      'FILE_NOT_TEXT',
      '2:9',
      null,
      null,
      'file-not-text/positions.csv is not a text file: it has a byte 0x00; expected CSV, JSON or NDJSON in UTF-8',
      'save a spreadsheet as CSV UTF-8 first',
    ],
  ],
  'file-not-utf8/latin-1.csv': [
    [
      'FILE_NOT_UTF8',
      '2:19',
      null,
      null,
      'file-not-utf8/latin-1.csv is not UTF-8: byte 0xfc is out of place',
      'save the file as UTF-8 (iconv -t UTF-8)',
    ],
  ],
  'file-not-utf8/utf-16.csv': [
    [
      'FILE_NOT_UTF8',
      '1:1',
      null,
      null,
      'file-not-utf8/utf-16.csv is not UTF-8: it is UTF-16',
      'save the file as UTF-8 (iconv -t UTF-8)',
    ],
  ],
  'file-unreadable/positions.csv/part.csv': [
    [
      'FILE_UNREADABLE',
      null,
      null,
      null,
      'cannot read file-unreadable/positions.csv/part.csv: a part of the path is not a directory',
      null,
    ],
  ],
  'json-key-repeated/config.json': [
    ['JSON_KEY_REPEATED', '3:3', 'model', null, 'key model is given twice in one object', 'keep one of the two'],
  ],
  'json-key-repeated/positions.json': [
    ['JSON_KEY_REPEATED', '1:63', 'Quantity', null, 'key Quantity is given twice in one object', 'keep one of the two'],
  ],
  'json-not-object/config.json': [
    [
      'JSON_NOT_OBJECT',
      '1:1',
      null,
      null,
      'json-not-object/config.json holds an array; expected one JSON object',
      null,
    ],
  ],
  'json-not-rows/positions.json': [
    [
      'JSON_NOT_ROWS',
      '1:1',
      null,
      null,
      'json-not-rows/positions.json holds an object; expected an array of objects',
      null,
    ],
  ],
  'json-row-not-object/positions.json': [
    ['JSON_ROW_NOT_OBJECT', '3:3', null, null, 'row is an array; expected an object with column names as keys', null],
  ],
  'json-syntax/lines.json': [
    [
      'JSON_SYNTAX',
      '2:1',
      null,
      '{',
      'JSON syntax: the document ended before this',
      'one object a line is NDJSON: name the file .ndjson',
    ],
  ],
  'json-syntax/lines.ndjson': [['JSON_SYNTAX', '2:46', null, '}', 'JSON syntax: a value is expected here', null]],
  'json-syntax/positions.json': [
    ['JSON_SYNTAX', '3:35', null, '"quantity"', 'JSON syntax: a comma is expected here', null],
    [
      'JSON_SYNTAX',
      '4:19',
      null,
      "'SOL-PERPETUAL'",
      'JSON syntax: this is not a JSON value; text needs double quotes',
      null,
    ],
  ],
  'json-too-deep/positions.json': [
    ['JSON_TOO_DEEP', '1:1', null, null, 'JSON is nested more than 64 levels deep', null],
  ],
  'json-value-not-plain/positions.json': [
    ['JSON_VALUE_NOT_PLAIN', '2:48', 'quantity', null, 'quantity is an array; expected a number, a text or null', null],
    [
      'JSON_VALUE_NOT_PLAIN',
      '3:19',
      'instrument',
      null,
      'instrument is an object; expected a number, a text or null',
      null,
    ],
  ],
};

describe('complaints about a file as a whole and its syntax', () => {
  it.each(Object.entries(EXPECTED))('%s', async (file, expected) => {
    expect(await complaintsOf(file)).toEqual(expected);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSpanFile } from '../../../src/ingest/index.js';
import { inTemporaryFolder } from '../../app/traded-book.js';
import { anIo } from '../an-io.js';
import { record, SAMPLE_CONTRACTS, samplePa2, sampleSpn } from './span-sample.js';

const SPN = sampleSpn();
const PA2 = samplePa2();

const read = (text: string, name = 'day.spn') =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return readSpanFile(path, anIo(folder));
  });

/** Code and place of each complaint, and its sentence. */
const complaints = async (text: string) =>
  (await read(text)).issues.map(({ code, line, column, message }) => [code, line, column, message]);

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('both layouts', () => {
  it('say the same of the sample', async () => {
    const [xml, columns] = [await read(SPN), await read(PA2)];
    expect([xml.issues, columns.issues]).toEqual([[], []]);
    expect(columns.value).toEqual(xml.value);
    const { date, clearingHouse, contracts, commodities, interSpreads } = xml.value;
    expect([date, clearingHouse, contracts.length]).toEqual(['2026-01-05', 'MADEUP', SAMPLE_CONTRACTS.length]);
    expect(commodities.map(({ name, initialRatio, shortOptionRate }) => [name, initialRatio, shortOptionRate])).toEqual(
      [
        ['ES', 1.1, 50],
        ['NQ', 1.1, 0],
      ],
    );
    expect(commodities[0]!.intraSpreads.map(({ name, rate }) => [name, rate])).toEqual([
      ['202606/202609', 100],
      ['202601-202603/202604-202612', 300],
    ]);
    expect(interSpreads[0]!.legs.map(({ side, creditRate }) => [side, creditRate])).toEqual([
      ['A', 0.7],
      ['B', 0.7],
    ]);
    const put = contracts.at(-1)!;
    expect(put).toMatchObject({ product: 'ES', month: '202603', expiry: '20260320', strike: 4800, right: 'P' });
    expect(put).toMatchObject({ price: 45.25, valueFactor: 50, delta: -0.3, premiumPaid: true });
    expect([...put.losses]).toEqual(SAMPLE_CONTRACTS.at(-1)!.losses);
  });

  it('are what the fixtures hold', () => {
    expect(readFileSync('fixtures/span/sample.spn', 'utf8')).toBe(SPN);
    expect(readFileSync('fixtures/span/sample.pa2', 'utf8')).toBe(PA2);
  });
});

describe('a file that is cut short or damaged', () => {
  it('is refused with line and column of the XML', async () => {
    const cut = SPN.slice(0, SPN.indexOf('</ra>'));
    const [[code, line, , message]] = (await complaints(cut)) as [[string, number, number, string]];
    expect([code, line]).toEqual(['SPN_XML_BROKEN', lineOf(SPN, '</ra>')]);
    expect(message).toContain('breaks off or is damaged');
    const wrong = await complaints(SPN.replace('</definitions>', '</definition>'));
    expect(wrong[0]?.slice(0, 2)).toEqual(['SPN_XML_BROKEN', lineOf(SPN, '</definitions>')]);
  });

  it('is refused with the record', async () => {
    const cut = PA2.slice(0, PA2.trimEnd().lastIndexOf('\n') + 60);
    const found = await complaints(cut);
    expect(found[0]).toEqual([
      'SPN_RECORD_BROKEN',
      PA2.trimEnd().split('\n').length,
      59,
      'record 82 ends at column 59, within its risk array; expected 101 or more',
    ]);
    const halves = await complaints(PA2.trimEnd().split('\n').slice(0, -1).join('\n'));
    expect(halves[0]?.[3]).toBe('record 81 has no record 82 after it');
  });

  it('is refused where it is not UTF-8, with the place', async () => {
    const bytes = Buffer.from(SPN.replace('made-up', 'made\u0001up'), 'utf8');
    bytes[bytes.indexOf(1)] = 0xff;
    await inTemporaryFolder(async (folder) => {
      const path = join(folder, 'latin.spn');
      writeFileSync(path, bytes);
      const { issues } = await readSpanFile(path, anIo(folder));
      expect(issues[0]).toMatchObject({ code: 'FILE_NOT_UTF8', line: lineOf(SPN, 'made-up') });
    });
  });

  it('is refused where it is something else', async () => {
    expect(await complaints('<html><body/></html>')).toEqual([
      ['SPN_NOT_SPAN', 1, 1, expect.stringContaining('it begins with <html>')],
    ]);
    expect((await complaints('instrument,quantity\n'))[0]?.[3]).toContain("it begins with 'instrument,q'");
    expect((await complaints(PA2.replace('U2', 'P ')))[0]?.[3]).toContain("its format is 'P'");
    expect((await complaints(sampleSpn({ contracts: [] })))[0]?.[3]).toContain('no contract with a risk array');
  });

  it('has each figure that is none told with its element, or its columns', async () => {
    expect(await complaints(SPN.replace('<p>5000</p>', '<p>5O00</p>'))).toEqual([
      [
        'SPN_VALUE',
        lineOf(SPN, '<p>5000</p>'),
        expect.any(Number),
        expect.stringMatching(/^<p> '5O00' of <fut> of line \d+ cannot be used; expected a number$/),
      ],
    ]);
    const [one] = await complaints(SPN.replace('<a>-5940</a>', ''));
    expect(one?.[3]).toContain('expected the 16 of a risk array');
    const [bad] = await complaints(PA2.replace('02000-02000-02000+', '02x00-02000-02000+'));
    expect(bad?.slice(0, 3)).toEqual(['SPN_VALUE', lineOf(PA2, '81MUX'), 67]);
  });
});

describe('what is not followed', () => {
  it('is counted and told', async () => {
    const more = `${PA2}${record('Q ', [3, 'X'])}\n${record('Q ', [3, 'Y'])}\n`;
    expect((await complaints(more))[0]?.slice(0, 2)).toEqual(['SPN_UNKNOWN_RECORD', PA2.split('\n').length]);
    const superSpread = SPN.replace(
      '<interSpreads>',
      '<superSpreads><dSpread><spread>1</spread><chargeMeth>F</chargeMeth></dSpread></superSpreads><interSpreads>',
    );
    expect(await complaints(superSpread)).toEqual([
      [
        'SPN_NOT_USED',
        lineOf(SPN, '<interSpreads>'),
        15,
        'spreads of <superSpreads> (1 in the file, first here) is not followed',
      ],
    ]);
  });

  it('is a second definition, and a contract of no combined commodity', async () => {
    const again = await complaints(PA2 + PA2.trimEnd().split('\n').slice(-2).join('\n'));
    expect(again[0]?.[0]).toBe('SPN_REPEATED');
    const lost = await complaints(
      SPN.replace('<cc>NQ</cc>\n<currency>', '<cc>NX</cc>\n<currency>').replace(
        '<pfId>2</pfId><pfCode>NQ</pfCode><sc>',
        '<pfId>9</pfId><pfCode>NQ</pfCode><sc>',
      ),
    );
    expect(lost[0]?.slice(0, 1)).toEqual(['SPN_NO_COMMODITY']);
    expect(lost[0]?.[3]).toBe(
      'product NQ belongs to no combined commodity; what it has is left out, 1 contract, the first here',
    );
  });
});

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/app/outcome.js';
import type { Services } from '../../src/cli/services.js';
import type { MarginResult } from '../../src/schema/margin-document.js';
import { anIssue } from './an-issue.js';
import { anOutcome } from './an-outcome.js';
import { Recorder, runInProcess } from './run-in-process.js';

const answering = (over: Partial<Outcome<unknown>>): Pick<Services, 'runMargin'> => ({
  runMargin: async () => anOutcome(over) as Outcome<MarginResult>,
});

const REFUSED = { status: 'error', result: null, issues: [anIssue('POS_BAD'), anIssue('COL_ODD', 'warning')] } as const;
const WARNED = { issues: [anIssue('COL_ODD', 'warning')] };

describe('a document', () => {
  it('goes to standard output, with nothing beside it, and ends its line', async () => {
    const ran = await runInProcess(['margin', 'p.csv', '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.endsWith('}\n')).toBe(true);
    expect(JSON.parse(ran.stdout)).toEqual(anOutcome());
  });

  it.each(['table', 'ndjson', 'csv', 'md', 'html'])('is written as %s', async (format) => {
    const ran = await runInProcess(['margin', 'p.csv', '--format', format]);
    expect(ran.stdout).toBe(`a document as ${format}\n`);
  });

  it('is a table by default, on a terminal and in a pipe', async () => {
    const terminal = Object.assign(new Recorder(), { isTTY: true, columns: 132 });
    const onTerminal = await runInProcess(['margin', 'p.csv'], { stdout: terminal });
    const inPipe = await runInProcess(['margin', 'p.csv']);
    expect(onTerminal.appearances).toEqual([{ format: 'table', width: 132, color: true }]);
    expect(inPipe.appearances).toEqual([{ format: 'table', width: 80, color: false }]);
  });

  it.each([
    ['ok', 0],
    ['no', 1],
    ['infeasible', 4],
    ['stopped', 5],
  ] as const)('of status %s is printed whole, and the run ends with %i', async (status, code) => {
    const ran = await runInProcess(['margin', 'p.csv', '--json'], { services: answering({ status }) });
    expect(ran.code).toBe(code);
    expect(JSON.parse(ran.stdout)).toMatchObject({ status, result: { initialMargin: 1 } });
  });

  it('of a refused run is its envelope, in formats for machines only', async () => {
    const services = answering(REFUSED);
    const json = await runInProcess(['margin', 'p.csv', '--json'], { services });
    expect(json.code).toBe(3);
    expect(JSON.parse(json.stdout)).toMatchObject(REFUSED);
    const table = await runInProcess(['margin', 'p.csv'], { services });
    expect(table).toMatchObject({ code: 3, stdout: '' });
    expect(table.stderr).toContain('the message of POS_BAD');
  });
});

describe('issues', () => {
  const stderrOf = async (over: Partial<Outcome<unknown>>, ...flags: string[]) =>
    (await runInProcess(['margin', 'p.csv', ...flags], { services: answering(over) })).stderr;

  it('go to standard error, warnings too', async () => {
    expect(await stderrOf(WARNED)).toContain('warning: the message of COL_ODD');
    expect(await stderrOf(WARNED, '--json')).toContain('the message of COL_ODD');
  });

  it('are not told by a quiet run that ends well', async () => {
    expect(await stderrOf(WARNED, '--quiet')).toBe('');
    expect(await stderrOf(WARNED, '-q')).toBe('');
  });

  it('are errors only when a quiet run fails', async () => {
    const told = await stderrOf(REFUSED, '--quiet');
    expect(told).toContain('the message of POS_BAD');
    expect(told).not.toContain('COL_ODD');
    expect(await stderrOf({ status: 'no', ...WARNED }, '--quiet')).toBe('');
  });

  it('are coloured as standard error is, whatever standard output is', async () => {
    const stderr = Object.assign(new Recorder(), { isTTY: true });
    const ran = await runInProcess(['margin', 'p.csv'], { services: answering(WARNED), stderr });
    expect(ran.stderr).toContain('\u001b[');
    expect(ran.appearances[0]?.color).toBe(false);
    const plain = Object.assign(new Recorder(), { isTTY: true });
    const none = await runInProcess(['margin', 'p.csv', '--no-color'], { services: answering(WARNED), stderr: plain });
    expect(none.stderr).not.toContain('\u001b[');
  });
});

describe('-o', () => {
  const home = () => mkdtempSync(join(tmpdir(), 'margo-'));

  it('writes the document to a file and nothing to standard output', async () => {
    const cwd = home();
    const ran = await runInProcess(['margin', 'p.csv', '--json', '-o', 'out.json'], { cwd });
    expect(ran).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(cwd)).toEqual(['out.json']);
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toEqual(anOutcome());
  });

  it('of - is standard output', async () => {
    expect((await runInProcess(['margin', 'p.csv', '-o', '-'])).stdout).toBe('a document as table\n');
  });

  it('colours a file only when told to', async () => {
    const stdout = Object.assign(new Recorder(), { isTTY: true });
    const world = { cwd: home(), stdout, env: { FORCE_COLOR: '1' } };
    const plain = await runInProcess(['margin', 'p.csv', '-o', 'a.txt'], world);
    const asked = await runInProcess(['margin', 'p.csv', '-o', 'a.txt', '--color'], world);
    expect([plain.appearances[0], asked.appearances[0]]).toMatchObject([
      { color: false, width: 80 },
      { color: true, width: 80 },
    ]);
  });

  it('replaces the old file by the envelope when a run for machines is refused, and leaves it alone otherwise', async () => {
    const cwd = home();
    writeFileSync(join(cwd, 'out.json'), 'old');
    const services = answering(REFUSED);
    await runInProcess(['margin', 'p.csv', '-o', 'out.json'], { cwd, services });
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe('old');
    const ran = await runInProcess(['margin', 'p.csv', '--json', '-o', 'out.json'], { cwd, services });
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'))).toMatchObject({ status: 'error' });
  });

  it('is looked at before the run', async () => {
    const ran = await runInProcess(['margin', 'p.csv', '--json', '-o', '.']);
    expect(ran).toMatchObject({ code: 2, requests: [] });
    expect(JSON.parse(ran.stdout)).toMatchObject({ status: 'error', issues: [{ code: 'CFG_OUTPUT_IS_FOLDER' }] });
  });

  it('that fails after the run is told with the run’s own issues', async () => {
    const cwd = home();
    const services: Partial<Services> = {
      ...answering(WARNED),
      // The folder goes while the document is rendered, after the target was found good.
      render: async (document) => {
        const { rmSync } = await import('node:fs');
        rmSync(cwd, { recursive: true, force: true });
        return JSON.stringify(document);
      },
    };
    const ran = await runInProcess(['margin', 'p.csv', '--json', '-o', 'out.json'], { cwd, services });
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.stdout)).toMatchObject({ issues: [{ code: 'COL_ODD' }, { code: 'CFG_OUTPUT_FAILED' }] });
    expect(ran.stderr).toContain('cannot write');
  });
});

describe('standard output', () => {
  const failingWith = (code: string) => {
    class Failing extends Recorder {
      override _write(_chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
        done(Object.assign(new Error(code), { code }));
      }
    }
    const stream = new Failing();
    stream.on('error', () => undefined);
    return stream;
  };

  it('whose reader has gone ends the run quietly', async () => {
    expect(await runInProcess(['margin', 'p.csv'], { stdout: failingWith('EPIPE') })).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  it('that is full is told, without an envelope onto it', async () => {
    const ran = await runInProcess(['margin', 'p.csv', '--json'], { stdout: failingWith('ENOSPC') });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("cannot write 'standard output': ENOSPC");
  });

  it('takes a large document whole', async () => {
    const long = 'x'.repeat(5_000_000);
    const ran = await runInProcess(['margin', 'p.csv'], { services: { render: async () => long } });
    expect(ran.stdout.length).toBe(long.length + 1);
  });
});

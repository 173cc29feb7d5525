import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import build from '../setup/build.js';
import { spawn } from './spawn.js';

const FIXTURE = resolve(import.meta.dirname, '../../fixtures/btc-short-strangle');
const ES = resolve(import.meta.dirname, '../../fixtures/es-and-etfs');
const POSITIONS = join(FIXTURE, 'positions.csv');
const MARKET = join(FIXTURE, 'market.csv');
const MARGIN = ['margin', POSITIONS, '--market', MARKET];
const COMPARE = ['compare', POSITIONS, '--market', MARKET, '--models', 'scan,okx-pm', '--quiet'];
const SHARES = ['compare', join(ES, 'positions.csv'), '--market', join(ES, 'market.csv')];
const FRONTIER = ['frontier', POSITIONS, '--market', MARKET, '--points', '3'];
const OPTIMIZE = ['optimize', POSITIONS, '--market', MARKET];

beforeAll(build, 120_000);

/** Breaks the program from outside: no document can have a date any more. */
const BROKEN = `--import=data:text/javascript,${encodeURIComponent('Date.prototype.toISOString = () => { throw new Error("no calendar") }')}`;

describe('the exit code of the program itself', () => {
  it.each<[number, string, string[], string?]>([
    [0, 'a margin', MARGIN],
    [0, 'help', ['--help']],
    [0, 'a command’s help', ['optimize', '--help']],
    [0, 'a help topic', ['help', 'exit-codes']],
    [0, 'version', ['--version']],
    [0, 'a completion script', ['completion', 'bash']],
    [0, 'a schema', ['schema', 'margin']],
    [0, 'the models', ['models']],
    [1, 'a margin above --fail-above', [...MARGIN, '--fail-above', '1']],
    [0, 'a comparison', COMPARE],
    [1, 'a lowest margin above --fail-above', [...COMPARE, '--fail-above', '1']],
    [2, 'a comparison with an unknown model', [...COMPARE, '--models', 'scan,scam']],
    [2, 'one model’s parameters for several', [...COMPARE, '--parameters', 'p.json']],
    [2, 'a figure that no model has', [...COMPARE, '--set', 'model.scanSigma=5']],
    [3, 'a book that no model can margin', [...SHARES, '--models', 'okx-pm,derive-pm2']],
    [2, 'a bare command', []],
    [2, 'an unknown flag', [...MARGIN, '--nonsense']],
    [2, 'an unknown command', ['margn']],
    [2, 'no market', ['margin', POSITIONS]],
    [2, 'no market to search', ['optimize', POSITIONS]],
    [2, 'no market to try trades in', ['whatif', POSITIONS, '--trades', POSITIONS]],
    [0, 'a frontier', [...FRONTIER, '-q']],
    [2, 'no market to search along', ['frontier', POSITIONS]],
    [2, 'a frontier along what there is not', [...FRONTIER, '--by', 'gamma']],
    [2, 'a frontier of one point', [...FRONTIER, '--points', '1']],
    [2, 'a frontier by trades in the small solver', [...FRONTIER, '--by', 'trades', '--solver', 'js']],
    [3, 'a frontier of a vega that nothing has', [...FRONTIER, '--by', 'vega', '--scope', 'DOGE']],
    [3, 'no positions to search along', ['frontier', 'none.csv', '--market', MARKET]],
    [4, 'a frontier under limits that cannot hold', [...FRONTIER, '--limit', 'delta BTC 99999..']],
    [5, 'a frontier out of time', [...FRONTIER, '--time-limit', '0.000001']],
    [0, 'an attribution', ['attribute', POSITIONS, '--market', MARKET, '--by', 'expiry', '-q']],
    [
      1,
      'an attribution with a limit broken',
      ['attribute', POSITIONS, '--market', MARKET, '--limit', 'margin total ..1'],
    ],
    [2, 'no market to attribute in', ['attribute', POSITIONS]],
    [2, 'an attribution by what there is not', ['attribute', POSITIONS, '--market', MARKET, '--by', 'desk']],
    [2, 'no lines at all', ['attribute', POSITIONS, '--market', MARKET, '--top', '0']],
    [3, 'no positions to attribute to', ['attribute', 'none.csv', '--market', MARKET]],
    [2, 'an unknown model', [...MARGIN, '--model', 'scam']],
    [2, 'a configuration file that is not there', [...MARGIN, '--config', 'none.json']],
    [2, 'a file that cannot be written', [...MARGIN, '-o', '/nowhere/out.json']],
    [3, 'positions that cannot be read', ['margin', '-', '--market', MARKET], 'instrument,quantity\nNOPE,many\n'],
    [3, 'positions that are not there', ['margin', 'none.csv', '--market', MARKET]],
    [5, 'a search that is stopped', [...OPTIMIZE, '--lots', '--max-trades', '6', '--time-limit', '0.5']],
    [4, 'limits that cannot hold', [...OPTIMIZE, '--limit', 'delta BTC 500..501', '--limit', 'trades total ..0']],
  ])('%i: %s', async (code, _what, argv, input) => {
    const ran = await spawn(argv, input === undefined ? {} : { input });
    expect({ code: ran.code, stderr: code === 0 ? ran.stderr : '' }).toEqual({ code, stderr: '' });
    if (code === 0) expect(ran.stdout).not.toBe('');
    if (code === 2) expect(ran.stdout).toBe('');
    if (code === 2 || code === 3) expect(ran.stderr).not.toBe('');
  });

  it.each([
    ['margin', 'instrument,quantity\n'],
    ['margin', '[]'],
    ['optimize', 'instrument,quantity\n'],
  ])('0, with a warning: %s of a flat account, %j', async (command, input) => {
    const ran = await spawn([command, '-', '--market', MARKET, '--json'], { input });
    expect(ran.code).toBe(0);
    const { result, issues } = JSON.parse(ran.stdout);
    expect(issues).toMatchObject([{ code: 'RUN_EMPTY_BOOK', severity: 'warning' }]);
    expect(result.initialMargin ?? result.after.initialMargin).toBe(0);
    expect(ran.stderr).toContain('warning: the book holds no position');
  });

  it('70: a fault of margo', async () => {
    const ran = await spawn([...MARGIN], { env: { NODE_OPTIONS: BROKEN } });
    expect(ran).toMatchObject({ code: 70, stdout: '' });
    expect(ran.stderr).toContain('this is a fault of margo, not of your data: no calendar');
    expect(ran.stderr).not.toContain('    at ');
    const debugged = await spawn([...MARGIN], { env: { NODE_OPTIONS: BROKEN, MARGO_DEBUG: '1' } });
    expect(debugged.stderr).toContain('    at ');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('130: %s while it reads', async (signal) => {
    // More than a pipe holds: when all of it is taken, the program is up, reading and waiting for the rest.
    const rows = `instrument,quantity\n${'BTC-PERPETUAL,1\n'.repeat(50_000)}`;
    const ran = await spawn(['margin', '-', '--market', MARKET, '--json'], {
      input: null,
      started: (child) => child.stdin?.write(rows, () => child.kill(signal)),
    });
    expect(ran).toEqual({ code: 130, stdout: '', stderr: 'margo: interrupted\n' });
  });
});

/** The device that takes nothing: every write to it fails as on a full disk. */
const FULL = '/dev/full';

describe.runIf(existsSync(FULL))('a full disk', () => {
  const run = (argv: readonly string[], stream: 'stdout' | 'stderr') => {
    const full = openSync(FULL, 'w');
    const stdio = stream === 'stdout' ? (['ignore', full, 'pipe'] as const) : (['ignore', 'pipe', full] as const);
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(FIXTURE, '../../bin/margo.js'), ...argv], {
      stdio: [...stdio],
      encoding: 'utf8',
    });
    closeSync(full);
    return { code: status, stdout, stderr };
  };

  it.each([
    [MARGIN],
    [[...MARGIN, '--json']],
    [['--help']],
    [['help', 'settings']],
    [['completion', 'bash']],
    [['schema', 'margin']],
  ])('under standard output is told in a sentence: %j', (argv) => {
    const { code, stderr } = run(argv, 'stdout');
    expect(code).toBe(2);
    expect(stderr).toContain("error: cannot write 'standard output': ENOSPC");
    expect(stderr).not.toContain('    at ');
    expect(stderr).not.toContain('fault of margo');
  });

  it('does not hide what was wrong before', () => {
    const { code, stderr } = run([...MARGIN, '--nonsense', '--json'], 'stdout');
    expect(code).toBe(2);
    expect(stderr).toContain("margo margin has no option '--nonsense'");
    expect(stderr).toContain("cannot write 'standard output'");
  });

  it('under standard error changes no answer', () => {
    const { code, stdout } = run([...MARGIN, '--json'], 'stderr');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'ok' });
    expect(run(['margin', 'none.csv', '--market', MARKET], 'stderr').code).toBe(3);
    expect(run([], 'stderr').code).toBe(2);
  });
});

describe('the program', () => {
  it('ends quietly when its reader goes', async () => {
    const ran = await spawn([...MARGIN, '--json'], { started: (child) => child.stdout?.destroy() });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  });

  it('gives a pipe the whole of a document that is larger than the pipe', async () => {
    const { stdout, code } = await spawn(['schema', 'optimize']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ $id: 'margo/optimize@1' });
    const margin = await spawn([...MARGIN, '--json']);
    expect(JSON.parse(margin.stdout)).toMatchObject({ schema: 'margo/margin@1', status: 'ok' });
  });

  it('writes to a file what it writes to a pipe, but for the times', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'margo-'));
    const { code, stdout } = await spawn([...MARGIN, '--json', '-o', 'out.json'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const figures = (text: string) => {
      const { result, issues, manifest } = JSON.parse(text);
      return { result, issues, options: manifest.options, inputs: manifest.inputs };
    };
    const piped = await spawn([...MARGIN, '--json']);
    expect(figures(readFileSync(join(cwd, 'out.json'), 'utf8'))).toEqual(figures(piped.stdout));
  });

  it('writes into a pipe that has a name, without replacing it', async () => {
    const pipe = join(mkdtempSync(join(tmpdir(), 'margo-')), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [ran, read] = await Promise.all([spawn([...MARGIN, '--json', '-o', pipe]), readFile(pipe, 'utf8')]);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(read)).toMatchObject({ status: 'ok' });
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it('obeys NO_COLOR and FORCE_COLOR in a pipe', async () => {
    const forced = await spawn(MARGIN, { env: { FORCE_COLOR: '1' } });
    const refused = await spawn(MARGIN, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001b[');
    expect(refused.stdout).not.toContain('\u001b[');
  });
});

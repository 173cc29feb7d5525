import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runInProcess } from './run-in-process.js';

/** The sources, highest rank first, each saying of the horizon its own number. */
const SOURCES = [
  'flag',
  'set',
  'environment',
  'environment set',
  'config section',
  'config',
  'project',
  'default',
] as const;
type Source = (typeof SOURCES)[number];

const HORIZON: Readonly<Record<Source, number>> = {
  flag: 1,
  set: 2,
  environment: 3,
  'environment set': 4,
  'config section': 5,
  config: 6,
  project: 8,
  default: 7,
};

/** Runs optimize with every source from `first` downwards speaking. */
async function horizonFrom(first: number): Promise<unknown> {
  const speaks = (source: Source) => SOURCES.indexOf(source) >= first;
  const cwd = mkdtempSync(join(tmpdir(), 'margo-'));
  const config = {
    ...(speaks('config') ? { horizon: HORIZON.config } : {}),
    ...(speaks('config section') ? { optimize: { horizon: HORIZON['config section'] } } : {}),
  };
  writeFileSync(join(cwd, 'mine.json'), JSON.stringify(config));
  if (speaks('project')) writeFileSync(join(cwd, 'margo.config.json'), JSON.stringify({ horizon: HORIZON.project }));
  const environment = [
    ...(speaks('environment') ? [`--horizon ${HORIZON.environment}`] : []),
    ...(speaks('environment set') ? [`--set horizon=${HORIZON['environment set']}`] : []),
  ];
  const flags = [
    ...(speaks('flag') ? ['--horizon', `${HORIZON.flag}`] : []),
    ...(speaks('set') ? ['--set', `horizon=${HORIZON.set}`] : []),
  ];
  const argv = ['optimize', 'p.csv', '--config', 'mine.json', ...flags];
  const { requests } = await runInProcess(argv, { cwd, env: { MARGO_OPTIONS: environment.join(' ') } });
  return requests[0]?.horizonDays;
}

describe('of the sources of an option', () => {
  it.each(SOURCES.map((source, rank) => [source, rank] as const))(
    '%s wins over those below it',
    async (source, rank) => {
      expect(await horizonFrom(rank)).toBe(HORIZON[source]);
    },
  );

  it('MARGO_OPTIONS may name the configuration file, and the command line another', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'margo-'));
    writeFileSync(join(cwd, 'a.json'), '{"currency": "EUR"}');
    writeFileSync(join(cwd, 'b.json'), '{"currency": "CHF"}');
    const world = { cwd, env: { MARGO_OPTIONS: '--config a.json' } };
    const byEnvironment = await runInProcess(['margin', 'p.csv'], world);
    const byFlag = await runInProcess(['margin', 'p.csv', '--config', 'b.json'], world);
    expect([byEnvironment.requests[0]?.currency, byFlag.requests[0]?.currency]).toEqual(['EUR', 'CHF']);
  });

  it('what belongs to another command is passed over', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'margo-'));
    writeFileSync(join(cwd, 'margo.config.json'), '{"lots": true, "optimize": {"currency": "EUR"}}');
    const ran = await runInProcess(['margin', 'p.csv'], { cwd, env: { MARGO_OPTIONS: '--horizon 3 --trades 4' } });
    expect(ran).toMatchObject({ code: 0, stderr: '', requests: [{ currency: 'USD' }] });
    expect(Object.keys(ran.requests[0] ?? {})).not.toContain('lots');
  });

  it('--config that names the project file does not read it twice', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'margo-'));
    writeFileSync(join(cwd, 'margo.config.json'), '{"curency": "EUR"}');
    const { stderr } = await runInProcess(['margin', 'p.csv', '--config', './margo.config.json'], { cwd });
    expect(stderr.match(/no setting curency/g)).toHaveLength(1);
  });

  it('file names of a configuration file are relative to it, those of the command line to where margo runs', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'margo-'));
    mkdirSync(join(cwd, 'desk'));
    writeFileSync(join(cwd, 'desk/c.json'), '{"market": "m.csv", "limits": "l.csv"}');
    const { requests } = await runInProcess(['margin', 'p.csv', '--config', 'desk/c.json', '--limits', 'mine.csv'], {
      cwd,
    });
    expect(requests[0]).toMatchObject({ market: 'desk/m.csv', limits: 'mine.csv', positions: 'p.csv' });
  });

  it('help and completion do not look at the environment', async () => {
    const env = { MARGO_OPTIONS: '--nonsense' };
    expect((await runInProcess(['help', 'exit-codes'], { env })).code).toBe(0);
    expect((await runInProcess(['completion', 'bash'], { env })).code).toBe(0);
    expect((await runInProcess(['margin', 'p.csv'], { env })).code).toBe(2);
  });
});

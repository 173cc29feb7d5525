import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { Services } from '../../src/cli/services.js';
import type { Io } from '../../src/domain/index.js';
import { VERSION } from '../../src/domain/version.js';
import { runInProcess } from './run-in-process.js';

const broken: Partial<Services> = {
  runMargin: async () => {
    throw new TypeError('cannot read the moon');
  },
};

describe('a fault of margo', () => {
  it('ends with 70, says so, and shows no stack', async () => {
    const ran = await runInProcess(['margin', 'p.csv'], { services: broken });
    expect(ran).toMatchObject({ code: 70, stdout: '' });
    expect(ran.stderr).toContain('this is a fault of margo, not of your data: cannot read the moon');
    expect(ran.stderr).toContain('please report it');
    expect(ran.stderr).toContain(`margo ${VERSION}`);
    expect(ran.stderr).not.toContain('main.test.ts');
  });

  it('shows its stack with MARGO_DEBUG=1', async () => {
    const ran = await runInProcess(['margin', 'p.csv'], { services: broken, env: { MARGO_DEBUG: '1' } });
    expect(ran.stderr).toContain('main.test.ts');
  });

  it.each([
    [['--json'], {}],
    [['--format', 'json'], {}],
    [['--format=json'], {}],
    [[], { MARGO_OPTIONS: '--json' }],
    [['--format', 'csv', '--format', 'json'], {}],
  ])('is an envelope for a script that asked for one: %j %j', async (flags, env) => {
    const ran = await runInProcess(['margin', 'p.csv', ...flags], { services: broken, env });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      schema: 'margo/margin@1',
      status: 'error',
      result: null,
      issues: [{ code: 'FAULT_INTERNAL' }],
    });
  });

  it('that breaks the telling too is still told', async () => {
    const services: Partial<Services> = {
      ...broken,
      renderIssues: () => Promise.reject(new Error('no words')),
    };
    const ran = await runInProcess(['margin', 'p.csv'], { services });
    expect(ran.code).toBe(70);
    expect(ran.stderr).toContain('cannot read the moon');
  });

  it('may be thrown by anything', async () => {
    const services: Partial<Services> = { runMargin: () => Promise.reject('a text') };
    expect((await runInProcess(['margin', 'p.csv'], { services })).stderr).toContain('a text');
  });
});

describe('an interruption', () => {
  it('ends a run that waits, with 130 and no document', async () => {
    const stop = new AbortController();
    const services: Partial<Services> = {
      runMargin: () => {
        setTimeout(() => stop.abort(), 5);
        return new Promise(() => undefined);
      },
    };
    const ran = await runInProcess(['margin', 'p.csv', '--json'], { services, signal: stop.signal });
    expect(ran).toMatchObject({ code: 130, stdout: '', stderr: 'margo: interrupted\n' });
  });

  it('is 130 also when the use case rejects because of it, or returns all the same', async () => {
    for (const services of [
      { runMargin: (_request, io) => Promise.reject(io.signal.reason) },
      { runMargin: async () => ({ status: 'ok' }) as never },
    ] satisfies Partial<Services>[]) {
      const ran = await runInProcess(['margin', 'p.csv'], { services, signal: AbortSignal.abort() });
      expect(ran).toMatchObject({ code: 130, stdout: '' });
    }
  });
});

describe('an interrupted search', () => {
  const answer = (status: string, result: unknown) => async (_request: unknown, io: Io) => {
    await new Promise((resolve) => io.signal.addEventListener('abort', resolve, { once: true }));
    return { schema: 'margo/optimize@1', status, manifest: {}, result, issues: [] } as never;
  };
  const interrupted = (runOptimize: Services['runOptimize']) => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const render: Services['render'] = async (document) => JSON.stringify((document as { result: unknown }).result);
    return runInProcess(['optimize', 'p.csv', '--json'], { services: { runOptimize, render }, signal: stop.signal });
  };

  it('hands over the best book it found, and is 130', async () => {
    const ran = await interrupted(answer('stopped', { gap: 0.1 }));
    expect(ran).toMatchObject({
      code: 130,
      stdout: '{"gap":0.1}\n',
      stderr: 'margo: interrupted, with the best found so far\n',
    });
  });

  it('prints nothing where there is no book', async () => {
    expect(await interrupted(answer('no', null))).toMatchObject({
      code: 130,
      stdout: '',
      stderr: 'margo: interrupted\n',
    });
  });
});

describe('a refused command line', () => {
  it('is an envelope too for a script that asked for one', async () => {
    for (const argv of [
      ['margin', '--json'],
      ['margin', 'p.csv', '--nonsense', '--format', 'json'],
      ['margin', 'p.csv', '--horizon', '3', '--format=json'],
    ]) {
      const ran = await runInProcess(argv);
      expect(ran.code).toBe(2);
      expect(JSON.parse(ran.stdout)).toMatchObject({ schema: 'margo/margin@1', status: 'error', result: null });
      expect(ran.stderr).toContain('error: ');
    }
  });

  it('is prose only for a command that is not known, or prints no document', async () => {
    expect((await runInProcess(['margn', '--json'])).stdout).toBe('');
    expect((await runInProcess(['schema', 'x', 'y'])).stdout).toBe('');
  });
});

describe('version', () => {
  it.each(['--version', '-V'])('%s is that of the package', async (flag) => {
    expect(await runInProcess([flag])).toMatchObject({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });
});

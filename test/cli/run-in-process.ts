import { PassThrough, Writable } from 'node:stream';
import type { Outcome } from '../../src/app/outcome.js';
import { main } from '../../src/cli/main.js';
import { REAL_SERVICES } from '../../src/cli/real-services.js';
import type { Appearance, Services } from '../../src/cli/services.js';
import type { Io } from '../../src/domain/index.js';
import { anOutcome } from './an-outcome.js';

/** A stream that remembers what it was given. */
export class Recorder extends Writable {
  text = '';
  isTTY = false;
  columns = 80;

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface World {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly services?: Partial<Services>;
  readonly stdinIsTerminal?: boolean;
  readonly stdout?: Recorder;
  readonly stderr?: Recorder;
  readonly signal?: AbortSignal;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The requests that reached a use case. */
  readonly requests: readonly Readonly<Record<string, unknown>>[];
  /** How documents were asked to look. */
  readonly appearances: readonly Appearance[];
}

/** Runs margo in this process, with use cases that answer `ok` unless the test hands in others. Rendering is JSON or the format's name. */
export async function runInProcess(argv: readonly string[], world: World = {}): Promise<Ran> {
  const stdout = world.stdout ?? new Recorder();
  const stderr = world.stderr ?? new Recorder();
  const requests: Readonly<Record<string, unknown>>[] = [];
  const appearances: Appearance[] = [];
  const answer = (schema: string) => async (request: unknown) => {
    requests.push(request as Readonly<Record<string, unknown>>);
    return anOutcome({ schema }) as Outcome<never>;
  };
  const services: Services = {
    ...REAL_SERVICES,
    runMargin: answer('margo/margin@1'),
    runOptimize: answer('margo/optimize@1'),
    runFrontier: answer('margo/frontier@1'),
    runWhatIf: answer('margo/whatif@1'),
    runCorrelate: answer('margo/correlate@1'),
    runReconcile: answer('margo/reconcile@1'),
    runStress: answer('margo/stress@1'),
    runVerify: answer('margo/verify@1'),
    runCompare: answer('margo/compare@1'),
    runAttribute: answer('margo/attribute@1'),
    describeModels: (id) => answer('margo/models@1')({ id }),
    ...world.services,
    render: async (document, appearance) => {
      appearances.push(appearance);
      const render = world.services?.render;
      if (render !== undefined) return render(document, appearance);
      return appearance.format === 'json' ? JSON.stringify(document, null, 2) : `a document as ${appearance.format}`;
    },
  };
  const code = await main(argv, io(world, stdout, stderr), services);
  return { code, stdout: stdout.text, stderr: stderr.text, requests, appearances };
}

function io(world: World, stdout: Recorder, stderr: Recorder): Io {
  const stdin = Object.assign(new PassThrough(), { isTTY: world.stdinIsTerminal ?? false });
  return {
    stdin,
    stdout,
    stderr,
    env: world.env ?? {},
    cwd: world.cwd ?? import.meta.dirname,
    now: () => Date.UTC(2026, 5, 27),
    elapsed: () => 0,
    signal: world.signal ?? new AbortController().signal,
  };
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

interface Loaded {
  readonly exports: unknown;
}

/**
 * Loads the CommonJS modules of a folder with the compiled code that V8 left for each, which saves parsing them. Node has done so by
 * itself since 22.1 (`module.enableCompileCache`); this is for the versions before. V8 refuses code of another version, of other
 * flags or of a text of other length; such a module is parsed as if there were none.
 */
export class CachedModules {
  readonly #folder: string;
  readonly #outside: NodeJS.Require;
  readonly #loaded = new Map<string, Loaded>();
  readonly #scripts = new Map<string, Script>();

  /** @param folder where the modules are, with their code in `code-cache` */
  constructor(folder: string) {
    this.#folder = folder;
    this.#outside = createRequire(join(folder, 'start.cjs'));
  }

  /** What a module exports, run at its first mention. */
  load(file: string): unknown {
    const known = this.#loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#loaded.set(file, module);
    const filename = join(this.#folder, file);
    const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
    const cachedData = readIfThere(this.#codeOf(file));
    const script = new Script(text, { filename, ...(cachedData === null ? {} : { cachedData }) });
    this.#scripts.set(file, script);
    const require = (name: string) =>
      name.startsWith('.') ? this.load(join(dirname(file), name)) : this.#outside(name);
    script.runInThisContext()(module.exports, require, module, filename, dirname(filename));
    return module.exports;
  }

  /** Leaves the code of every module loaded so far, functions that have run included, for later processes. */
  keep(): void {
    mkdirSync(join(this.#folder, 'code-cache'), { recursive: true });
    for (const [file, script] of this.#scripts) writeFileSync(this.#codeOf(file), script.createCachedData());
  }

  #codeOf(file: string): string {
    return join(this.#folder, 'code-cache', `${basename(file)}.bin`);
  }
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

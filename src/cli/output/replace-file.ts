import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Puts `text` into a file whole or not at all: it is written to a temporary file in the same folder, flushed to the disk and renamed.
 * Whatever fails, the old content stays and the temporary file is removed.
 *
 * @param mode permissions of the file that is replaced; null for those of a new file
 * @throws the system's error
 */
export async function replaceFile(path: string, text: string, mode: number | null): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const clearAway = () => rmSync(temporary, { force: true });
  // An interrupted process ends without unwinding.
  process.once('exit', clearAway);
  try {
    const file = await open(temporary, 'wx', 0o666);
    try {
      if (mode !== null) await file.chmod(mode);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    process.off('exit', clearAway);
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the repository: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every file below a folder whose name ends in one of the extensions, in order of path; none when there is no such folder. */
export function filesBelow(folder: string, extensions: readonly string[] = ['.ts']): readonly SourceFile[] {
  return readdirSync(ROOT, { withFileTypes: true }).some((entry) => entry.name === folder.split('/')[0])
    ? readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .filter((path) => extensions.some((extension) => path.endsWith(extension)))
        .sort()
        .map((path) => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }))
    : [];
}

/** The text with comments blanked, lines kept. Relies on the formatter: a comment starts its line or follows a blank. */
export function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, '');
  return text.replace(/(^|\s)\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/[^\n]*/g, blank);
}

/** The text with comments and what stands in quotes blanked (templates stay: they hold code). */
export function codeOnly(text: string): string {
  return withoutComments(text).replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

/** `path:line` of every place where a pattern is found. */
export function placesOf(pattern: RegExp, path: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : []));
}

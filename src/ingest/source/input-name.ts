/** What a sentence calls an input: its path as the user wrote it, and standard input in words. */
export function inputName(file: string): string {
  return file === '-' ? 'standard input' : file;
}

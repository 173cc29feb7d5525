import type { IssueFacts } from '../../domain/index.js';
import { InputFault } from './input-fault.js';
import { inputName } from './input-name.js';

/** What the operating system says, in words; any other code is shown as it is. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTDIR: 'a part of the path is not a directory',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk or the network reports a fault',
};

/** The fault for an error of the file system while `file` was opened or read. */
export function accessFault(file: string, code: string): InputFault {
  const facts: IssueFacts = { at: { file, line: 0, column: 0 }, subject: inputName(file) };
  if (code === 'ENOENT') return new InputFault('FILE_NOT_FOUND', facts);
  if (code === 'EISDIR') return new InputFault('FILE_IS_DIRECTORY', facts);
  if (code === 'EACCES' || code === 'EPERM') return new InputFault('FILE_NO_PERMISSION', facts);
  return new InputFault('FILE_UNREADABLE', { ...facts, detail: WORDS[code] ?? code });
}

import { describe, expect, it } from 'vitest';
import { accessFault } from '../../../src/ingest/source/access-fault.js';

describe('accessFault', () => {
  it.each([
    ['ENOENT', 'FILE_NOT_FOUND', 'cannot read p.csv: no such file'],
    ['EISDIR', 'FILE_IS_DIRECTORY', 'cannot read p.csv: it is a directory; expected a CSV, JSON or NDJSON file'],
    ['EACCES', 'FILE_NO_PERMISSION', 'cannot read p.csv: permission denied'],
    ['EPERM', 'FILE_NO_PERMISSION', 'cannot read p.csv: permission denied'],
    ['ELOOP', 'FILE_UNREADABLE', 'cannot read p.csv: its symbolic links go round in a circle'],
    ['ESTRANGE', 'FILE_UNREADABLE', 'cannot read p.csv: ESTRANGE'],
  ])('%s is %s', (code, issue, message) => {
    expect(accessFault('p.csv', code).issue).toMatchObject({ code: issue, severity: 'error', message, file: 'p.csv' });
  });
});

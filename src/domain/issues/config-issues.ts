import type { IssueFacts } from '../issue.js';
import { expectedClause, type IssueEntry, quotedValue } from './issue-entry.js';

const helpOn = (f: IssueFacts) => `margo help${f.subject === undefined ? '' : ` ${f.subject}`} says what there is`;

/** Complaints about flags, MARGO_OPTIONS and the configuration file (exit code 2). */
export const CONFIG_ISSUES = {
  CFG_BAD_VALUE: {
    severity: 'error',
    message: (f) => `${f.field ?? 'option'} ${quotedValue(f)} is not accepted${expectedClause(f)}`,
  },
  CFG_UNKNOWN_COMMAND: {
    severity: 'error',
    message: (f) => `margo has no command ${quotedValue(f)}`,
    hint: () => 'margo --help lists the commands',
  },
  CFG_UNKNOWN_OPTION: {
    severity: 'error',
    message: (f) => `${f.subject ?? 'margo'} has no option ${quotedValue(f)}`,
    hint: () => 'margo help settings and margo COMMAND --help list the options',
  },
  CFG_MISSING_ARGUMENT: {
    severity: 'error',
    message: (f) => `margo ${f.subject ?? ''} needs ${f.expected ?? 'an argument'}`,
    hint: helpOn,
  },
  CFG_MISSING_VALUE: {
    severity: 'error',
    message: (f) => `${f.field ?? 'the option'} needs a value${expectedClause(f)}`,
  },
  CFG_TOO_MANY_ARGUMENTS: {
    severity: 'error',
    message: (f) => `margo ${f.subject ?? ''} takes one argument, but got ${f.detail ?? 'several'}`,
    hint: () => 'a text that holds spaces needs quotes',
  },
  CFG_STRAY_ARGUMENT: {
    severity: 'error',
    message: (f) => `${f.field ?? 'MARGO_OPTIONS'} holds ${quotedValue(f)}, which belongs to no option`,
    hint: () => 'it may hold options only; a text that holds spaces needs quotes',
  },
  CFG_MISSING_OPTION: {
    severity: 'error',
    message: (f) => `margo ${f.subject ?? ''} needs ${f.field ?? 'an option'}`,
    hint: helpOn,
  },
  CFG_CONFLICT: {
    severity: 'error',
    message: (f) => `${f.field ?? 'this option'} contradicts ${f.subject ?? 'another option'}; give one of them`,
  },
  CFG_UNKNOWN_KEY: {
    severity: 'error',
    message: (f) => `margo has no setting ${f.field ?? ''}`,
    hint: () => 'margo help settings lists the keys',
  },
  CFG_BAD_ASSIGNMENT: {
    severity: 'error',
    message: (f) => `${f.field ?? '--set'} ${quotedValue(f)} is not of the form KEY=VALUE`,
    hint: () => 'for example --set model.scanSigmas=5',
  },
  CFG_UNKNOWN_MODEL: {
    severity: 'error',
    message: (f) => `margo has no model ${quotedValue(f)}${expectedClause(f)}`,
    hint: () => 'margo models lists them',
  },
  CFG_UNKNOWN_NAME: {
    severity: 'error',
    message: (f) => `margo has no ${f.subject ?? 'entry'} ${quotedValue(f)}${expectedClause(f)}`,
  },
  CFG_STDIN_TWICE: {
    severity: 'error',
    message: (f) => `standard input (-) can be read once, but is given for ${f.subject ?? 'several inputs'}`,
    hint: () => 'put all but one of them into files',
  },
  CFG_STDIN_IS_TERMINAL: {
    severity: 'error',
    message: (f) => `${f.field ?? 'an input'} is standard input (-), but that is a terminal`,
    hint: () => 'pipe or redirect a file into it, or name the file',
  },
  CFG_OUTPUT_IS_FOLDER: {
    severity: 'error',
    message: (f) => `cannot write ${quotedValue(f)}: it is a folder`,
    hint: () => 'name a file in it',
  },
  CFG_OUTPUT_NO_FOLDER: {
    severity: 'error',
    message: (f) => `cannot write ${quotedValue(f)}: its folder does not exist`,
    hint: () => 'make the folder first',
  },
  CFG_OUTPUT_DEAD_LINK: {
    severity: 'error',
    message: (f) => `cannot write ${quotedValue(f)}: it is a symbolic link to nothing`,
    hint: () => 'remove the link, or make what it points to',
  },
  CFG_OUTPUT_IS_INPUT: {
    severity: 'error',
    message: (f) => `cannot write ${quotedValue(f)}: the run reads it as ${f.subject ?? 'an input'}`,
    hint: () => 'write to another file',
  },
  CFG_OUTPUT_FAILED: {
    severity: 'error',
    message: (f) => `cannot write ${quotedValue(f)}: ${f.detail ?? 'the system refuses'}`,
  },
  FAULT_INTERNAL: {
    severity: 'error',
    message: (f) => `this is a fault of margo, not of your data: ${f.detail ?? 'unknown'}`,
    hint: () =>
      'please report it with the command line and the first lines of each input; MARGO_DEBUG=1 shows where it happened',
  },
} as const satisfies Record<string, IssueEntry>;

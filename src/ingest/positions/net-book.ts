import type { Book, Instrument } from '../../domain/index.js';
import type { FieldReader } from '../fields/field-reader.js';
import type { IssueList } from '../issue-list.js';
import { NetPosition, type PositionRow } from './net-position.js';

const SHOWN_ACCOUNTS = 5;

/** As large as a single row may be. */
const MOST_CONTRACTS = 1e15;

/** The book as it nets while rows come in: memory grows with the instruments, not with the rows. */
export class NetBook {
  readonly #issues: IssueList;
  readonly #positions = new Map<string, NetPosition>();
  readonly #accounts = new Set<string>();

  constructor(issues: IssueList) {
    this.#issues = issues;
  }

  /** Adds a row; one name with different terms is complained about and the row left out. */
  add(instrument: Instrument, row: PositionRow, fields: FieldReader): void {
    let net = this.#positions.get(instrument.name);
    if (net === undefined) {
      net = new NetPosition(instrument, fields.start(), row);
      this.#positions.set(instrument.name, net);
    } else if (net.instrument !== instrument && !this.#agrees(net, instrument, fields)) return;
    net.add(row);
    if (row.account !== null) this.#accounts.add(row.account);
  }

  /** The positions that are left, in the order of their first rows. */
  book(): Book {
    const positions = [];
    for (const net of this.#positions.values()) {
      const quantity = net.quantity();
      const facts = { at: net.origin, subject: net.instrument.name, field: 'quantity' };
      if (quantity === 0) this.#issues.add('POS_NETTED_TO_ZERO', { ...facts, detail: String(net.rows) });
      else if (Math.abs(quantity) > MOST_CONTRACTS)
        this.#issues.add('POS_NET_OUT_OF_RANGE', { ...facts, detail: String(quantity) });
      else positions.push(net.position());
    }
    this.#tellOfAccounts();
    return { positions };
  }

  #agrees(net: NetPosition, instrument: Instrument, fields: FieldReader): boolean {
    for (const key of Object.keys(instrument) as (keyof Instrument)[]) {
      if (net.instrument[key] === instrument[key]) continue;
      this.#issues.add('INSTRUMENT_TERMS_DIFFER', {
        at: fields.start(),
        subject: instrument.name,
        field: key,
        value: String(instrument[key]),
        expected: String(net.instrument[key]),
        detail: String(net.origin.line),
      });
      return false;
    }
    return true;
  }

  #tellOfAccounts(): void {
    const [first] = this.#positions.values();
    if (this.#accounts.size < 2 || first === undefined) return;
    const at = { file: first.origin.file, line: 0, column: 0 };
    const names = [...this.#accounts].sort();
    const shown = names
      .slice(0, SHOWN_ACCOUNTS)
      .map((name) => `'${name}'`)
      .join(', ');
    const subject = names.length > SHOWN_ACCOUNTS ? `${shown}, ...` : shown;
    this.#issues.add('POS_ACCOUNTS_NETTED', { at, field: 'account', subject, detail: String(names.length) });
  }
}

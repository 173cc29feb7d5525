import type { IssueList } from '../issue-list.js';
import { InputFault } from '../source/input-fault.js';
import { inputName } from '../source/input-name.js';
import type { TextSource } from '../source/text-source.js';
import { isoDate } from './period-code.js';
import { readXml } from './read-xml.js';
import type { SpanDraft } from './span-draft.js';
import { takeCommodity, takeInterSpread } from './spn-commodity.js';
import { takeContract, takeOption } from './spn-contract.js';
import { SpnNumbers } from './spn-numbers.js';
import type { XmlNode } from './xml-node.js';

/** Products whose contracts margo has no use for. */
const OTHER_CONTRACTS: ReadonlySet<string> = new Set(['debt', 'equity', 'fwd', 'eDebt', 'cmb', 'IRSwap', 'CDSwap']);

/**
 * Reads a SPAN file in XML (file format 4.00): what is in `spanFile / pointInTime / clearingOrg`. Positions and requirements
 * that a file may carry are left out. Throws `InputFault` where it is not well-formed.
 *
 * SOURCE: CME, "spanrisk.xml" (schema of the SPAN XML file format), revision of 2014.
 */
export async function readSpnFile(source: TextSource, draft: SpanDraft, issues: IssueList): Promise<void> {
  const reader = new SpnReader(source.file, draft, issues);
  await readXml(source, 'spanFile', (node, within) => reader.ended(node, within));
  reader.end();
}

class SpnReader {
  readonly #file: string;
  readonly #draft: SpanDraft;
  readonly #numbers: SpnNumbers;
  readonly #periods = new Map<string, string>();
  readonly #initialRates = new Set<string>();
  #rateId: string | null = null;
  #points = 0;

  constructor(file: string, draft: SpanDraft, issues: IssueList) {
    this.#file = file;
    this.#draft = draft;
    this.#numbers = new SpnNumbers(file, issues);
  }

  ended(node: XmlNode, within: readonly XmlNode[]): boolean {
    const parent = within.at(-1);
    if (parent === undefined) return true;
    const { name } = node;
    // The order of rarity turned round: of 50,000 contracts almost every element is inside one of these.
    if (name === 'opt') return this.#option(node, within);
    if (parent.name === 'ra' || parent.name === 'opt' || parent.name === 'fut') return false;
    if (name === 'fut' || name === 'phy') return this.#contract(node, within);
    return this.#other(node, parent);
  }

  #other(node: XmlNode, parent: XmlNode): boolean {
    switch (node.name) {
      case 'ec':
        if (parent.name === 'clearingOrg' && this.#draft.clearingHouse === '')
          this.#draft.clearingHouse = node.text.trim();
        return false;
      case 'date':
        if (parent.name !== 'pointInTime' && parent.name !== 'spanFile') return false;
        this.#date(node, parent);
        return true;
      case 'pbRateDef':
        this.#rate(node);
        return true;
      case 'ccDef':
        takeCommodity(node, this.#terms());
        return true;
      case 'dSpread':
      case 'sSpread':
        return this.#spread(node, parent);
      case 'pointInTime':
        this.#points += 1;
        if (this.#points > 1) this.#draft.notUsed('further points in time, <pointInTime>', node.at(this.#file));
        return true;
      case 'portfolio':
      case 'series':
      case 'futPf':
      case 'phyPf':
      case 'definitions':
        return true;
      default:
        return this.#leftOut(node);
    }
  }

  end(): void {
    if (this.#draft.date !== '') return;
    const at = { file: this.#file, line: 1, column: 1 };
    const subject = inputName(this.#file);
    throw new InputFault('SPN_NOT_SPAN', { at, subject, detail: 'it has no <date>' });
  }

  #leftOut(node: XmlNode): boolean {
    if (!OTHER_CONTRACTS.has(node.name)) return /Pf$/.test(node.name) && node.name !== 'undPf';
    this.#draft.notUsed(`contracts of the kind <${node.name}>`, node.at(this.#file));
    return true;
  }

  #spread(node: XmlNode, parent: XmlNode): boolean {
    if (parent.name === 'interSpreads') takeInterSpread(node, this.#terms());
    else if (parent.name === 'superSpreads') this.#draft.notUsed('spreads of <superSpreads>', node.at(this.#file));
    else return false;
    return true;
  }

  #contract(node: XmlNode, within: readonly XmlNode[]): boolean {
    const product = within.at(-1)!;
    if (!product.name.endsWith('Pf')) return false;
    takeContract(node, product, this.#contracts(within));
    return true;
  }

  #option(node: XmlNode, within: readonly XmlNode[]): boolean {
    const series = within.at(-1)!;
    const product = within.at(-2);
    if (product === undefined) return true;
    takeOption(node, series, product, this.#contracts(within));
    return true;
  }

  #contracts(within: readonly XmlNode[]) {
    const exchange = within.find(({ name }) => name === 'exchange')?.textOf('exch') ?? '';
    return {
      file: this.#file,
      numbers: this.#numbers,
      draft: this.#draft,
      rateId: this.#rateId,
      periods: this.#periods,
      exchange,
    };
  }

  #terms() {
    return {
      file: this.#file,
      numbers: this.#numbers,
      draft: this.#draft,
      rateId: this.#rateId,
      isInitialRate: (r: string) => this.#initialRates.size === 0 || this.#initialRates.has(r),
    };
  }

  #rate(node: XmlNode): void {
    const r = node.textOf('r');
    if (node.textOf('isM') === '0' || node.textOf('isM') === 'false') this.#initialRates.add(r);
    else this.#rateId ??= r;
  }

  #date(node: XmlNode, parent: XmlNode): void {
    const date = isoDate(node.text);
    if (date === null) this.#numbers.complain(parent, 'date', node.text.trim(), 'a date such as 20260320');
    else if (this.#draft.date === '') this.#draft.date = date;
  }
}

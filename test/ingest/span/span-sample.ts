/**
 * A made-up day of a made-up clearing house, written in both published layouts: two combined commodities, futures in three
 * months, two options, tiers, a series spread, a delivery month, a short option minimum and a spread between commodities.
 */
export interface SampleContract {
  readonly product: 'ES' | 'NQ';
  readonly period: string;
  readonly day: string;
  readonly price: number;
  /** For one long contract; losses positive. */
  readonly losses: readonly number[];
  readonly delta: number;
  readonly strike?: number;
  readonly right?: 'C' | 'P';
}

const MOVES = [0, 0, 1, 1, -1, -1, 2, 2, -2, -2, 3, 3, -3, -3];

/** The array of a future: thirds of the scan range, and extremes of three ranges of which 33 % counts. */
export function futureArray(scanRange: number): number[] {
  return [...MOVES.map((thirds) => 0 - (scanRange * thirds) / 3), -0.99 * scanRange, 0.99 * scanRange];
}

const CALL = [-500, 520, -1700, -760, 480, 1180, -3000, -2150, 1350, 1650, -4450, -3800, 1900, 1950, -4900, 2000];
const PUT = [-400, 380, 60, 640, -980, -30, 420, 780, -1750, -800, 640, 850, -2700, -1900, 880, -2400];

const future = (product: 'ES' | 'NQ', period: string, day: string, price: number, range: number): SampleContract => ({
  product,
  period,
  day,
  price,
  losses: futureArray(range),
  delta: 1,
});

export const SAMPLE_CONTRACTS: readonly SampleContract[] = [
  future('ES', '202603', '20260320', 5000, 6000),
  future('ES', '202606', '20260619', 5040.25, 6000),
  future('ES', '202609', '20260918', 5080.5, 6000),
  future('NQ', '202603', '20260320', 18_000, 9000),
  { product: 'ES', period: '202603', day: '20260320', price: 80, losses: CALL, delta: 0.52, strike: 5000, right: 'C' },
  {
    product: 'ES',
    period: '202603',
    day: '20260320',
    price: 45.25,
    losses: PUT,
    delta: -0.3,
    strike: 4800,
    right: 'P',
  },
];

const FACTOR = { ES: 50, NQ: 20 } as const;

export interface SampleChoice {
  /** In place of those of the sample. */
  readonly contracts?: readonly SampleContract[];
  readonly currency?: { readonly ES: string; readonly NQ: string };
}

/** The day as XML, file format 4.00. */
export function sampleSpn({ contracts = SAMPLE_CONTRACTS, currency = USD }: SampleChoice = {}): string {
  const exchange = [futures('ES', 1, contracts), futures('NQ', 2, contracts), options(contracts)].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<spanFile>
<fileFormat>4.00</fileFormat>
<created>202601051730</created>
<definitions><currencyDef><currency>USD</currency><symbol>$</symbol><name>US Dollar</name><decimalPos>2</decimalPos></currencyDef></definitions>
<pointInTime>
<date>20260105</date>
<isSetl>1</isSetl>
<clearingOrg>
<ec>MADEUP</ec>
<name>A made-up clearing house</name>
<finalizeMeth>LTE</finalizeMeth>
<pbRateDef><r>1</r><isCust>1</isCust><acctType>S</acctType><isM>1</isM><pbc>CORE</pbc></pbRateDef>
<pbRateDef><r>2</r><isCust>1</isCust><acctType>S</acctType><isM>0</isM><pbc>CORE</pbc></pbRateDef>
<exchange>
<exch>MUX</exch>
${exchange}
</exchange>
${commodity('ES', [1, 3], currency.ES, ES_TERMS)}
${commodity('NQ', [2], currency.NQ, '')}
<interSpreads>
<dSpread><spread>1</spread><chargeMeth>F</chargeMeth><rate><r>1</r><val>0.7</val></rate>
<tLeg><cc>ES</cc><tn>1</tn><rs>A</rs><i>1</i></tLeg>
<tLeg><cc>NQ</cc><tn>1</tn><rs>B</rs><i>1</i></tLeg>
</dSpread>
</interSpreads>
</clearingOrg>
</pointInTime>
</spanFile>
`;
}

const USD = { ES: 'USD', NQ: 'USD' } as const;

const ES_TERMS = `<intraTiers>
<tier><tn>1</tn><sPe>202601</sPe><ePe>202603</ePe></tier>
<tier><tn>2</tn><sPe>202604</sPe><ePe>202612</ePe></tier>
</intraTiers>
<somTiers><tier><tn>1</tn><rate><r>1</r><val>50</val></rate></tier></somTiers>
<dSpread><spread>1</spread><chargeMeth>F</chargeMeth><rate><r>1</r><val>300</val></rate>
<tLeg><cc>ES</cc><tn>1</tn><rs>A</rs><i>1</i></tLeg>
<tLeg><cc>ES</cc><tn>2</tn><rs>B</rs><i>1</i></tLeg>
</dSpread>
<dSpread><spread>1</spread><chargeMeth>F</chargeMeth><rate><r>1</r><val>100</val></rate>
<pLeg><cc>ES</cc><pe>202606</pe><rs>A</rs><i>1</i></pLeg>
<pLeg><cc>ES</cc><pe>202609</pe><rs>B</rs><i>1</i></pLeg>
</dSpread>
<spotRate><r>1</r><pe>202603</pe><sprd>20</sprd><outr>30</outr></spotRate>`;

function commodity(name: 'ES' | 'NQ', products: readonly number[], currency: string, terms: string): string {
  const links = products.map(
    (id) => `<pfLink><exch>MUX</exch><pfId>${id}</pfId><pfCode>${name}</pfCode><sc>1.000000</sc></pfLink>`,
  );
  return `<ccDef>
<cc>${name}</cc>
<currency>${currency}</currency>
<riskExponent>0</riskExponent>
<somMeth>GROSS</somMeth>
${links.join('\n')}
<adjRate><r>2</r><baseR>1</baseR><val>1.1</val></adjRate>
${terms}
</ccDef>`;
}

function futures(product: 'ES' | 'NQ', id: number, contracts: readonly SampleContract[]): string {
  const own = contracts.filter((one) => one.product === product && one.right === undefined);
  const rows = own.map(
    ({ period, day, price, losses, delta }, k) =>
      `<fut><cId>${k + 1}</cId><pe>${period}</pe><p>${price}</p><d>1</d><sc>1</sc><setlDate>${day}</setlDate>` +
      `<undC><exch>MUX</exch><pfId>0</pfId><cId>0</cId><s>A</s><i>1</i></undC>${array(losses, delta)}</fut>`,
  );
  return `<futPf>
<pfId>${id}</pfId><pfCode>${product}</pfCode><currency>USD</currency><cvf>${FACTOR[product]}</cvf><valueMeth>FUT</valueMeth>
${rows.join('\n')}
</futPf>`;
}

function options(contracts: readonly SampleContract[]): string {
  const own = contracts.filter(({ right }) => right !== undefined);
  const months = contracts.filter(({ product, right }) => product === 'ES' && right === undefined);
  const series = [...new Set(own.map(({ period }) => period))].map((period) => {
    const rows = own.filter((one) => one.period === period);
    const under = months.findIndex((one) => one.period === period) + 1;
    const opts = rows.map(
      ({ strike, right, price, losses, delta }, k) =>
        `<opt><cId>${k + 1}</cId><o>${right}</o><k>${strike}</k><p>${price}</p><d>${delta}</d>${array(losses, delta)}</opt>`,
    );
    return `<series><pe>${period}</pe><setlDate>${rows[0]!.day}</setlDate><sc>1</sc>
<undC><exch>MUX</exch><pfId>1</pfId><cId>${under}</cId><s>A</s><i>1</i></undC>
${opts.join('\n')}
</series>`;
  });
  return `<oofPf>
<pfId>3</pfId><pfCode>ES</pfCode><exercise>EURO</exercise><currency>USD</currency><cvf>50</cvf><cab>0</cab><valueMeth>EQTY</valueMeth>
<priceModel>B</priceModel><undPf><exch>MUX</exch><pfId>1</pfId><s>A</s><i>1</i></undPf>
${series.join('\n')}
</oofPf>`;
}

function array(losses: readonly number[], delta: number): string {
  return `<ra><r>1</r>${losses.map((loss) => `<a>${loss}</a>`).join('')}<d>${delta}</d></ra>`;
}

/** The day in fixed columns, expanded and unpacked (U2). */
export function samplePa2({ contracts = SAMPLE_CONTRACTS, currency = USD }: SampleChoice = {}): string {
  const lines = [
    record(
      '0 ',
      [3, 'MADEUP'],
      [9, '20260105'],
      [17, 'S'],
      [18, 'F'],
      [24, '20260105'],
      [28, ''],
      [36, 'U2'],
      [38, 'N'],
    ),
    record('1 ', [3, 'MUX'], [8, '01']),
    record(
      '2 ',
      [3, 'MUX'],
      [7, 'ES'],
      [13, '0'],
      [14, currency.ES],
      [18, 'P'],
      [23, 'ES'],
      [33, 'FUT'],
      [39, 'ES'],
      [49, 'OOF'],
    ),
    record('3 ', [3, 'ES'], [9, '10'], [11, '01202601202603'], [25, '02202604202612'], [69, '100010001100']),
    record(
      'E ',
      [3, 'ES'],
      [9, '00001'],
      [14, '0000100'],
      [21, '2606'],
      [28, '010000A'],
      [35, '2609'],
      [42, '010000B'],
    ),
    record('C ', [3, 'ES'], [9, '10'], [11, '01'], [13, '02'], [15, '0000300'], [22, '010101A'], [29, '020201B']),
    record(
      '4 ',
      [3, 'ES'],
      [9, '10'],
      [11, '01'],
      [13, '01'],
      [15, '202603'],
      [21, '0000020'],
      [28, '0000030'],
      [63, '0000050'],
      [79, '2'],
    ),
    record('2 ', [3, 'MUX'], [7, 'NQ'], [13, '0'], [14, currency.NQ], [18, 'P'], [23, 'NQ'], [33, 'FUT']),
    record('3 ', [3, 'NQ'], [9, '01'], [69, '100010001100']),
    record('4 ', [3, 'NQ'], [9, '01'], [63, '0000000'], [79, '2']),
    price('ES', 'FUT', 50),
    price('ES', 'OOF', 50),
    price('NQ', 'FUT', 20),
    ...contracts.map(series),
    record(
      '6 ',
      [3, 'ALL'],
      [6, '0001'],
      [10, '0700000'],
      [17, 'MUX'],
      [20, 'N'],
      [21, 'ES'],
      [27, '0010000A'],
      [35, 'MUX'],
      [38, 'N'],
      [39, 'NQ'],
      [45, '0010000B'],
      [89, '01'],
    ),
    ...contracts.flatMap(arrays),
  ];
  return `${[...new Set(lines)].join('\n')}\n`;
}

/** A record with texts at their first columns. */
export function record(type: string, ...fields: readonly (readonly [number, string])[]): string {
  return fields.reduce(
    (line, [from, text]) => line.padEnd(from - 1).slice(0, from - 1) + text + line.slice(from - 1 + text.length),
    type,
  );
}

const digits = (value: number, size: number): string => String(Math.round(Math.abs(value))).padStart(size, '0');
const signed = (value: number, size: number): string => `${digits(value, size)}${value < 0 ? '-' : '+'}`;

function price(product: string, type: string, factor: number): string {
  const isOption = type === 'OOF';
  return record(
    'P ',
    [3, 'MUX'],
    [6, product],
    [16, type],
    [34, '002'],
    [37, '000'],
    [42, digits(factor * 1e7, 14)],
    [66, 'USD'],
    [117, isOption ? 'EQTY' : 'FUT'],
  );
}

function series({ product, period, day, right }: SampleContract): string {
  const type = right === undefined ? 'FUT' : 'OOF';
  const own: [number, string][] = right === undefined ? [] : [[28, period]];
  return record(
    'B ',
    [3, 'MUX'],
    [6, product],
    [16, type],
    [19, period],
    ...own,
    [58, '03000'],
    [63, '03300'],
    [86, '010000'],
    [92, day],
  );
}

function arrays({ product, period, price: settled, losses, delta, strike, right }: SampleContract): string[] {
  const option: [number, string][] =
    right === undefined
      ? []
      : [
          [29, right],
          [39, period],
          [48, digits(strike ?? 0, 7)],
        ];
  const identity: [number, string][] = [
    [3, 'MUX'],
    [6, product],
    [16, product],
    [26, right === undefined ? 'FUT' : 'OOF'],
    [30, period],
    ...option,
  ];
  const values = losses.map((loss) => signed(loss, 5));
  return [
    record('81', ...identity.sort(byColumn), [55, values.slice(0, 9).join('')]),
    record(
      '82',
      ...identity,
      [55, values.slice(9).join('')],
      [97, signed(delta * 1e4, 5)],
      [111, signed(settled * 100, 7)],
    ),
  ];
}

const byColumn = ([a]: readonly [number, string], [b]: readonly [number, string]): number => a - b;

// Numbers in formulas and with units of siunitx, as a reader sees them.

import type { NotePen, Stretch } from './noteReading.ts';

/** Prefixes and units by siunitx's names ("siunitx", § 4.3). */
const UNIT_SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    percent: '%',
    celsius: '°C',
    degreeCelsius: '°C',
    degree: '°',
    arcminute: '′',
    arcsecond: '″',
    metre: 'm',
    meter: 'm',
    gram: 'g',
    tonne: 't',
    litre: 'l',
    liter: 'l',
    second: 's',
    minute: 'min',
    hour: 'h',
    day: 'd',
    watt: 'W',
    volt: 'V',
    ampere: 'A',
    hertz: 'Hz',
    joule: 'J',
    newton: 'N',
    pascal: 'Pa',
    kelvin: 'K',
    mole: 'mol',
    hectare: 'ha',
    byte: 'B',
    bit: 'bit',
    kilo: 'k',
    mega: 'M',
    giga: 'G',
    tera: 'T',
    hecto: 'h',
    deci: 'd',
    centi: 'c',
    milli: 'm',
    micro: 'µ',
    nano: 'n',
    kg: 'kg',
    km: 'km',
    cm: 'cm',
    mm: 'mm',
    kWh: 'kWh',
    per: '/',
    square: '',
    cubic: '',
    squared: '²',
    cubed: '³',
  }),
);

const SUBSCRIPT = 0x2080;
const FORMULA_SIGNS: readonly (readonly [sign: RegExp, rendered: string | ((figures: string) => string)])[] =
  [
    [/\\([%$&#_{}])/y, '$1'],
    [/\^\{?\\circ(?![a-zA-Z])\}?|\\(?:degree|circ)(?![a-zA-Z])/y, '°'],
    [/\\(?:times|cdot)(?![a-zA-Z])[ \t]*/y, '×'],
    [/\\(?:text|mathrm|mbox|mathit|mathbf)(?=\{)/y, ''],
    [/\\[,:;!> ]|~/y, '\u2009'],
    [/_\{?(\d{1,3})\}?/y, subscript],
    [/\^\{?2\}?(?!\d)/y, '²'],
    [/\^\{?3\}?(?!\d)/y, '³'],
    [/[{}]/y, ''],
  ];

/**
 * Gives what a command of siunitx prints.
 *
 * @example quantityOf("SI", ["3.5", "\\kilo\\metre"]) gives "3.5 km", with a space that does not break.
 */
export function quantityOf(command: string, [first = '', second = '']: readonly string[]): string {
  if (/^(?:si|unit)$/.test(command)) return unitOf(first);
  const number = first.replace(/[{}]/g, '').trim();
  if (command === 'ang') return `${number}°`;
  const unit = unitOf(second);
  return unit === '' || /^[°′″](?![CF])/u.test(unit) ? `${number}${unit}` : `${number}\u00a0${unit}`;
}

function unitOf(written: string): string {
  return written
    .replace(/\\([a-zA-Z]+)\s*/g, (_, name: string) => UNIT_SIGNS.get(name) ?? name)
    .replace(/\\([%$&#_])/g, '$1')
    .replace(/[{}~]/g, '')
    .trim();
}

/** Writes a formula; the markup of the numbers that newspapers print gives way to what it stands for. */
export function copyFormula(pen: NotePen, stretch: Stretch, start: number, end: number): void {
  const { text, place } = stretch;
  let from = start;
  for (let at = start; at < end;) {
    const found = /[\\^_~{}]/.test(text.charAt(at)) ? signAt(text, at, end) : undefined;
    if (found === undefined) {
      at++;
      continue;
    }
    pen.copy(stretch, from, at);
    if (found.rendered !== '') pen.put(found.rendered, place(at), place(found.end));
    at = found.end;
    from = at;
  }
  pen.copy(stretch, from, end);
}

function signAt(
  text: string,
  at: number,
  limit: number,
): { readonly rendered: string; readonly end: number } | undefined {
  for (const [sign, rendered] of FORMULA_SIGNS) {
    sign.lastIndex = at;
    const found = sign.exec(text);
    const end = at + (found?.[0].length ?? 0);
    if (found === null || end > limit) continue;
    const inner = found[1] ?? '';
    return { rendered: typeof rendered === 'string' ? rendered.replace('$1', inner) : rendered(inner), end };
  }
  return undefined;
}

function subscript(figures: string): string {
  return figures.replace(/\d/g, (figure) => String.fromCharCode(SUBSCRIPT + Number(figure)));
}

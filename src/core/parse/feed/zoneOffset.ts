// Offsets of time zones that are named.

/** Hours from UTC. Those of the United States are in RFC 822 § 5; names that mean several zones are read as most feeds mean them. */
const HOURS: Readonly<Partial<Record<string, number>>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0 },
  ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7 },
  ...{ ast: -4, adt: -3, nst: -3.5, ndt: -2.5, akst: -9, akdt: -8, hst: -10, hast: -10 },
  ...{ art: -3, brt: -3, brst: -2, clt: -4, clst: -3, cot: -5, pet: -5 },
  ...{ bst: 1, west: 1, cet: 1, cest: 2, met: 1, mest: 2, mez: 1, mesz: 2, eet: 2, eest: 3 },
  ...{ sast: 2, cat: 2, eat: 3, msk: 3, msd: 4, trt: 3, irst: 3.5, gst: 4, pkt: 5, ist: 5.5, npt: 5.75 },
  ...{ ict: 7, wib: 7, sgt: 8, hkt: 8, awst: 8, pht: 8, jst: 9, kst: 9, acst: 9.5, acdt: 10.5 },
  ...{ aest: 10, aedt: 11, nzst: 12, nzdt: 13 },
};
const NUMERIC = /^(?:[a-z]{1,5})?\s?(?<sign>[+-])\s?(?<hours>\d{1,2}):?(?<minutes>\d{2})?$/iu;
const FURTHEST = 14;

/**
 * Gives the offset of a zone as ISO 8601 writes it, or undefined for a zone that is not known; the single letters of
 * RFC 822, but for Z, were used both ways round and are not known.
 *
 * @example "EST" gives "-05:00"; "GMT+0200" gives "+02:00"; "-0000" gives "Z".
 */
export function zoneOffset(zone: string): string | undefined {
  const name = zone.trim().toLowerCase();
  const numeric = NUMERIC.exec(name)?.groups;
  if (numeric !== undefined) {
    const { sign = '+', hours = '', minutes = '00' } = numeric;
    if (Number(hours) > FURTHEST || Number(minutes) > 59) return undefined;
    return Number(hours) === 0 && Number(minutes) === 0 ? 'Z' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  }
  const known = Object.hasOwn(HOURS, name) ? HOURS[name] : undefined;
  if (known === undefined || known === 0) return known === 0 ? 'Z' : undefined;
  const minutes = Math.round((Math.abs(known) % 1) * 60);
  const whole = String(Math.floor(Math.abs(known))).padStart(2, '0');
  return `${known < 0 ? '-' : '+'}${whole}:${String(minutes).padStart(2, '0')}`;
}

// Finds a string in others in linear time, whatever the strings are.

/** From this length on, the worst case of the built-in search would be felt. */
const LONG = 200;

/** Gives the first place from `from` on where it stands, or −1. */
export type Finder = (text: string, from: number) => number;

/** Prepares the search for one string (Knuth, Morris and Pratt where it is long). */
export function createFinder(wanted: string): Finder {
  if (wanted.length < LONG) return (text, from) => text.indexOf(wanted, from);
  const borders = bordersOf(wanted);
  return (text, from) => {
    let matched = 0;
    for (let place = Math.max(0, from); place < text.length; place++) {
      const unit = text.charCodeAt(place);
      while (matched > 0 && wanted.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
      if (wanted.charCodeAt(matched) === unit) matched++;
      if (matched === wanted.length) return place - matched + 1;
    }
    return -1;
  };
}

/** For each beginning of the string, the length of the longest one that it ends with. */
function bordersOf(wanted: string): Int32Array {
  const borders = new Int32Array(wanted.length);
  for (let place = 1, matched = 0; place < wanted.length; place++) {
    while (matched > 0 && wanted.charCodeAt(matched) !== wanted.charCodeAt(place))
      matched = borders[matched - 1] ?? 0;
    if (wanted.charCodeAt(matched) === wanted.charCodeAt(place)) matched++;
    borders[place] = matched;
  }
  return borders;
}

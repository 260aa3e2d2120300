// Text as YAML writes it.

/** What stays text without quotation marks in every version of YAML and can be nothing else. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*$/u;
const WORDS_OF_YAML = /^(?:true|false|yes|no|on|off|null|y|n)$/iu;

/** Gives a text as a YAML scalar on one line, in quotation marks where it could be taken for something else. */
export function yamlString(text: string): string {
  if (PLAIN.test(text) && !WORDS_OF_YAML.test(text)) return text;
  return `"${text.replace(/["\\]/gu, '\\$&').replace(/[\p{Cc}\u2028\u2029]/gu, escaped)}"`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

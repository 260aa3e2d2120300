// Keys as people read them.

import { localize } from '../localize.ts';

const NAMES: Readonly<Record<string, string>> = {
  ctrl: localize('Ctrl'),
  cmd: '⌘',
  shift: localize('Shift'),
  alt: 'Alt',
  space: localize('Space'),
  'shift+/': '?',
};

/**
 * Gives a key as it is declared as it is read.
 *
 * @example keyText('ctrl+k j') gives "Ctrl+K J", keyText('shift+/') gives "?", keyText('cmd+z') gives "⌘Z".
 */
export function keyText(key: string): string {
  return key
    .split(' ')
    .map((chord) => NAMES[chord] ?? chordText(chord))
    .join(' ');
}

function chordText(chord: string): string {
  return chord
    .split(/\+(?=.)/)
    .map((part) => NAMES[part] ?? part.toUpperCase())
    .join('+')
    .replaceAll('⌘+', '⌘');
}

// How the reader sets its text, from the settings.

import type { Typography } from '../../core/model/readerMessages.ts';
import { SETTINGS } from '../../manifest.ts';
import { setting } from '../settings.ts';

/** Gives the settings of now; what no text can be set with gives way to the nearest that can, or to the default. */
export function typography(): Typography {
  const font = setting('broadsheet.reader.font');
  return {
    font: ['serif', 'sans-serif', 'editor'].includes(font) ? font : SETTINGS['broadsheet.reader.font'],
    fontSize: within(setting('broadsheet.reader.fontSize'), 8, 60, SETTINGS['broadsheet.reader.fontSize']),
    lineHeight: within(
      setting('broadsheet.reader.lineHeight'),
      1,
      3,
      SETTINGS['broadsheet.reader.lineHeight'],
    ),
    width: within(setting('broadsheet.reader.width'), 20, 240, SETTINGS['broadsheet.reader.width']),
    justify: setting('broadsheet.reader.justify'),
    hyphenate: setting('broadsheet.reader.hyphenate'),
  };
}

/** Settings are written by hand, and VS Code only warns of what is out of range. */
function within(value: unknown, low: number, high: number, fallback: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fallback;
  return Math.min(high, Math.max(low, value));
}

// The HTML around every brief, which loads nothing but its own files.

import { localize } from '../localize.ts';
import { pageShell, type PageFiles } from '../pageShell.ts';

/** Gives the brief's HTML document. Nothing runs in it but our script, and nothing loads but our style. */
export function briefShell(files: PageFiles): string {
  return pageShell({ ...files, title: localize('Morning Brief'), policy: [], attributes: {} });
}

// The HTML around every article: what the page may load, and nothing of the article itself.

import { pageShell, type PageFiles } from '../pageShell.ts';

export interface ReaderShell extends PageFiles {
  /** Whether pictures come from the network, wait for the person's word, or are left out. */
  readonly images: ImagesShown;
}

export type ImagesShown = 'shown' | 'ask' | 'never';

/**
 * Gives the reader's HTML document. Nothing runs in it but our script, nothing loads but our style and, where
 * `images` is "shown", pictures: by https alone, an http address being upgraded, since a plain one would tell
 * everybody on the way what is being read.
 */
export function shell({ images, ...files }: ReaderShell): string {
  return pageShell({
    ...files,
    title: 'Broadsheet',
    policy: [`img-src data:${images === 'shown' ? ' https:' : ''}`, 'upgrade-insecure-requests'],
    attributes: { 'data-images': images },
  });
}

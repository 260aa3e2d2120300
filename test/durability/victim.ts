// A process that writes to a library until it is killed: FILE WORK NAME. It says each thing that is done in a line of
// its own, after the library has acknowledged it.

import { writeSync } from 'node:fs';
import { openFileLibrary } from '../../src/library/fileLibrary.node.ts';
import type { IncomingDocument } from '../../src/library/library.ts';
import { openLibraryFile } from '../../src/library/store/openLibraryFile.node.ts';
import { LATER_STEPS } from './laterSteps.ts';

const [path = '', work = '', name = '', rounds = '1000000'] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);

if (work === 'migrate') {
  say('ready');
  const file = openLibraryFile(path, { steps: LATER_STEPS });
  if (file.kind === 'writable') file.database.close();
  say('done');
} else {
  const library = openFileLibrary({ path, idleAfter: Infinity, now: Date.now, announce: () => undefined });
  await library.sources();
  say('ready');
  await (work === 'ingest' ? ingest() : remove());
  await library.close();
  say('done');

  async function ingest(): Promise<void> {
    const source = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'News' });
    for (let round = 0; round < Number(rounds); round++) {
      const words = Array.from({ length: 5 }, (_, index) => `${name}x${round}x${index}`);
      await library.ingest(source.id, words.map(article));
      say(`kept ${words.join(' ')}`);
    }
  }

  /** Fills a source, stars its first item and removes it again. */
  async function remove(): Promise<void> {
    for (let round = 0; round < Number(rounds); round++) {
      const title = `${name}s${round}`;
      const source = await library.addSource({ kind: 'folder', uri: `file:///${title}`, title });
      const words = Array.from({ length: 30 }, (_, index) => `${title}x${index}`);
      await library.ingest(source.id, words.map(article));
      const found = await library.search({
        query: `${title}x0`,
        limit: 1,
        typing: false,
        passageLength: 40,
      });
      await library.setStatus(
        found.hits.map((hit) => hit.item.id),
        { starred: true },
      );
      say(`filled ${title}`);
      await library.removeSource(source.id);
      say(`removed ${title}`);
    }
  }
}

function article(word: string): IncomingDocument {
  const text = `${word} reports from the harbour today\n\nThe word of this article is ${word}. ${'Ships came and went and nobody counted them. '.repeat(20)}\n`;
  return {
    path: `/news/${word}.txt`,
    name: `${word}.txt`,
    bytes: new TextEncoder().encode(text),
    modifiedAt: Date.UTC(2026, 0, 10),
  };
}

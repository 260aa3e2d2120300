// How long a keystroke's check of a long note takes: what is found anew, what the library is asked, and what it answers.

import { findQuotations, findQuotationsAgain } from '../../src/core/cite/find/findQuotations.ts';
import { checkNote, type Answers } from '../../src/host/checking/checkedNote.ts';
import { draw, randomNumbers } from '../corpus/random.ts';
import { libraryInMemory } from '../openLibrary.ts';
import type { Article } from './inventedArticles.ts';

export interface Keystrokes {
  /** In milliseconds of the thread's processor time. */
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  readonly keys: number;
  readonly quotations: number;
}

/** With an empty line behind each. */
const PARAGRAPHS = 2500;
/** Paragraphs from one quotation to the next. */
const APART = 12;
const KEYS = 400;
const WARM = 50;

/** Types letters at places all over a note, every second one into a quotation. */
export async function measureKeystrokes(articles: readonly Article[]): Promise<Keystrokes> {
  const { library } = libraryInMemory();
  const { id } = await library.addSource({ kind: 'folder', uri: 'file:///articles', title: 'Articles' });
  await library.ingest(
    id,
    articles.map(({ text }, index) => ({
      path: `${index}.md`,
      name: `${index}.md`,
      bytes: new TextEncoder().encode(
        `---\ntitle: The story with the number ${index} of many others\n---\n\n${text}`,
      ),
      modifiedAt: index,
    })),
  );
  const { headlines } = await library.headlines({ sourceId: id, after: undefined, limit: 500 });
  const quoted = await Promise.all(
    headlines.map(async (item) => ({
      key: await library.mintKey(item.id),
      sentences: (await library.read(item.id))?.text.match(/[^.!?\n]{40,200}[.!?]/g) ?? [],
    })),
  );
  const sources = quoted.filter(({ sentences }) => sentences.length > 0);
  const random = randomNumbers(11);
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) => {
    const { key, sentences } = draw(sources, random);
    return index % APART === 0
      ? `As was said: “${draw(sentences, random).trim()}” [@${key}].`
      : draw(sentences, random);
  });
  const asked = {
    checkQuotations: async (questions: Parameters<typeof library.checkQuotations>[0]) =>
      library.checkQuotations(questions),
  };

  let findings = findQuotations(paragraphs.join('\n\n'), 'markdown');
  let answers: Answers = new Map();
  ({ answers } = await checkNote(asked, findings, answers, true));
  const spent: number[] = [];
  for (let key = 0; key < WARM + KEYS; key++) {
    const { note, quotations } = findings;
    const inside = draw(quotations, random).range[0] + 8;
    const at = key % 2 === 0 ? inside : Math.floor(random() * note.length);
    const changed = `${note.slice(0, at)}x${note.slice(at)}`;
    const start = process.threadCpuUsage();
    findings = findQuotationsAgain(findings, changed);
    ({ answers } = await checkNote(asked, findings, answers, true));
    const { user, system } = process.threadCpuUsage(start);
    if (key >= WARM) spent.push((user + system) / 1000);
  }
  spent.sort((one, other) => one - other);
  const at = (share: number): number =>
    spent[Math.min(spent.length - 1, Math.floor(spent.length * share))] ?? 0;
  return {
    median: at(0.5),
    p95: at(0.95),
    longest: at(1),
    keys: KEYS,
    quotations: findings.quotations.length,
  };
}

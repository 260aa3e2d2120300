// Real news pages beside what others extracted from them.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { markupText } from '../../../src/core/parse/markupText.ts';
import { extractPage } from '../../../src/core/parse/page/extractPage.ts';

const FOLDER = new URL('../../../../shared/corpora/pages/', import.meta.url);
/** Of all pages together; a single page may differ by the lists of other articles that are left out here. */
const LEAST_AVERAGE = 0.95;
const LEAST = 0.9;

interface Labels {
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
  readonly publishedTime: string | null;
}

type Fact = 'title' | 'byline' | 'site' | 'published';

/** Where the facts differ from the labels on purpose: the page, the fact, what is given instead, and why. */
const DIFFERENCES: readonly (readonly [page: string, fact: Fact, given: string, reason: string])[] = [
  [
    'gmw',
    'title',
    '宇航员在太空中喝酒会怎么样？后果很严重',
    'the label is the title with the names of the section and the site behind it; the heading has the headline alone',
  ],
  [
    'guardian-1',
    'title',
    "'What is the sea telling us?': Māori tribes fearful over whale strandings",
    'the label has the author behind the headline; the heading does not, and the byline has the author',
  ],
  [
    'herald-sun-1',
    'byline',
    'Laurie Oakes',
    'the page names the author in its metadata and below the text; the label is a name at the end of another piece',
  ],
  ['seattletimes-1', 'byline', 'Benjamin Romano', 'the label is the date of the article, not its author'],
];

suite('Pages of publishers', () => {
  let names: readonly string[] = [];
  suiteSetup(function () {
    if (!existsSync(FOLDER)) {
      process.stdout.write('      skipped: ../shared/corpora/pages is absent\n');
      return this.skip();
    }
    names = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? entry.name : [],
    );
  });

  const extracted = (name: string) => {
    const bytes = readFileSync(new URL(`${name}/source.html`, FOLDER));
    return extractPage({ bytes, contentType: 'text/html', url: 'http://example.org/test/page.html' });
  };

  test('the texts are those that others extracted', () => {
    const similarities = names.map((name) => {
      const expected = markupText(readFileSync(new URL(`${name}/expected.html`, FOLDER), 'utf8'));
      return { name, similarity: diceOfShingles(extracted(name).item?.text ?? '', expected) };
    });
    const average = similarities.reduce((sum, { similarity }) => sum + similarity, 0) / similarities.length;
    const [lowest] = [...similarities].sort((first, second) => first.similarity - second.similarity);
    process.stdout.write(
      `      average ${average.toFixed(4)}, lowest ${lowest?.similarity.toFixed(4) ?? ''} (${lowest?.name ?? ''})\n`,
    );
    assert.ok(average >= LEAST_AVERAGE, `the average is ${average}`);
    assert.ok((lowest?.similarity ?? 0) >= LEAST, `${lowest?.name ?? ''} has ${lowest?.similarity ?? 0}`);
  });

  test('all images are kept', () => {
    for (const name of names) {
      const expected = readFileSync(new URL(`${name}/expected.html`, FOLDER), 'utf8');
      const imagesIn = (html: string) => html.match(/<img /g)?.length ?? 0;
      assert.equal(imagesIn(extracted(name).item?.html ?? ''), imagesIn(expected), name);
    }
  });

  test('the facts are those of the labels', () => {
    const found = names.flatMap((name) => {
      const labels = JSON.parse(
        readFileSync(new URL(`${name}/expected-metadata.json`, FOLDER), 'utf8'),
      ) as Labels;
      const { item, problems } = extracted(name);
      assert.deepEqual(problems, []);
      const differs = (fact: Fact, given: string | undefined, label: string | null) =>
        label === null || given === label ? [] : [[name, fact, given]];
      return [
        ...differs('title', item?.headline, labels.title),
        ...differs('byline', item?.byline, labels.byline),
        ...differs('site', item?.outlet, labels.siteName),
        ...differs('published', moment(item?.published), moment(labels.publishedTime) ?? null),
      ];
    });
    assert.deepEqual(
      found,
      DIFFERENCES.map(([page, fact, given]) => [page, fact, given]),
    );
  });
});

function moment(date: string | null | undefined): string | undefined {
  return date === null || date === undefined ? undefined : new Date(date).toISOString();
}

/**
 * The Dice coefficient of the sequences of four words of two texts, each counted as often as it is there: 1 for the
 * same words in the same order. Han characters count as words.
 */
function diceOfShingles(first: string, second: string): number {
  const [some, others] = [shingles(first), shingles(second)];
  const total = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shared = [...some].reduce(
    (sum, [shingle, count]) => sum + Math.min(count, others.get(shingle) ?? 0),
    0,
  );
  return (2 * shared) / (total(some) + total(others));
}

function shingles(text: string): ReadonlyMap<string, number> {
  const words = text.normalize('NFKC').match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let index = 0; index + 4 <= words.length; index++) {
    const shingle = words.slice(index, index + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

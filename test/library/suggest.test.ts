import assert from 'node:assert/strict';
import { suggestQuery } from '../../src/library/store/suggestQuery.ts';
import { libraryInMemory, textFile } from './inMemory.ts';

const NOW = Date.UTC(2026, 0, 15);
const ARTICLES = [
  ['Kazakhstan stays neutral', 'Communities in Massachusetts recall the flood of 1987 and its budget.'],
  ['A flood in Massachusetts', 'The runners of 1987 were running again.'],
] as const;

suite('Other spellings', () => {
  const { library, database } = libraryInMemory(() => NOW);

  suiteSetup(async () => {
    const source = await library.addSource({ kind: 'folder', uri: 'file:///news', title: 'Morning folder' });
    const files = ARTICLES.map(([headline, body], index) =>
      textFile(`${index}.md`, `---\ntitle: ${headline}\nlang: en\n---\n\n${body}\n`, NOW),
    );
    await library.ingest(source.id, files);
  });

  const check = (query: string, expected: string | undefined): void => {
    test(query, () => assert.equal(suggestQuery(database, query), expected));
  };

  check('Kazakstan', 'kazakhstan');
  check('title:Kazakstan', 'title:kazakhstan');
  check('comunities', 'communities');
  check('comunity', 'communities');
  check('massachusets', 'massachusetts');
  check('1986', undefined);
  check('source:Kazakstan', undefined);
  check('source:Kazakstan neutrl', 'source:Kazakstan neutral');
  check('tag:bugdet', undefined);
  check('xqzvw', undefined);
});

import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { Headline } from '../../../src/core/model/item.ts';
import { eventually, folderOf, headlinesOf, run, sourceOf, theLibrary } from '../broadsheet.ts';

const article = (number: number): string =>
  `---\ntitle: Report number ${number} from the mill\ndate: 2026-01-${20 - number}\n---\n\nThe mill stood still.\n`;

suite('Marking above and below', () => {
  let folder: vscode.Uri;
  let items: readonly Headline[];

  suiteSetup(async () => {
    folder = folderOf(Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`${number}.md`, article(number)])));
    await run('broadsheet.addDocuments', folder);
    items = await eventually(
      () => headlinesOf(folder),
      (found) => found.length === 5,
    );
  });

  /** The numbers of what is unread, the newest first. */
  const unread = async (): Promise<string> =>
    (await headlinesOf(folder))
      .filter(({ read }) => !read)
      .map(({ headline }) => /number (\d)/.exec(headline)?.[1])
      .join('');
  const becomes = (wanted: string): Promise<string> => eventually(unread, (now) => now === wanted);
  const row = async (number: number) => {
    const item = items.find(({ headline }) => headline.includes(`number ${number}`));
    assert.ok(item);
    return { kind: 'headline', item, listedIn: (await sourceOf(folder)).id };
  };
  setup(async () => {
    const rows = await Promise.all([1, 2, 3, 4, 5].map(row));
    await run('broadsheet.markUnread', rows[0], rows);
  });

  test('marks what stands above, and takes it back', async () => {
    await run('broadsheet.markAboveRead', await row(3));
    await becomes('345');
    await run('broadsheet.undoMarkRead');
    await becomes('12345');
  });

  test('marks what stands below', async () => {
    await run('broadsheet.markBelowRead', await row(3));
    await becomes('123');
    await run('broadsheet.undoMarkRead');
    await becomes('12345');
  });

  test('takes back only what it has marked', async () => {
    await run('broadsheet.markRead', await row(1));
    await run('broadsheet.markSourceRead', {
      kind: 'source',
      source: await sourceOf(folder),
      feed: undefined,
    });
    await becomes('');
    await run('broadsheet.undoMarkRead');
    await becomes('2345');
  });

  test('takes several markings back, the last one first', async () => {
    await run('broadsheet.markAboveRead', await row(2));
    await run('broadsheet.markBelowRead', await row(4));
    await becomes('234');
    await run('broadsheet.undoMarkRead');
    await becomes('2345');
    await run('broadsheet.undoMarkRead');
    await becomes('12345');
  });

  test('marks everything', async () => {
    const library = await theLibrary();
    await run('broadsheet.markEverythingRead');
    const left = await library.headlines({ sourceId: undefined, list: 'unread', after: undefined, limit: 1 });
    assert.deepEqual(left.headlines, []);
    await run('broadsheet.undoMarkRead');
    await becomes('12345');
  });

  test('changes all selected rows', async () => {
    const [one, two, three] = [await row(1), await row(2), await row(3)];
    const stars = async (): Promise<string> =>
      (await headlinesOf(folder))
        .filter(({ starred }) => starred)
        .map(({ headline }) => /number (\d)/.exec(headline)?.[1])
        .join('');
    await run('broadsheet.toggleStar', one, [one, two, three]);
    assert.equal(await stars(), '123');
    await run('broadsheet.unstar', two, [two, three]);
    assert.equal(await stars(), '1');
    await run('broadsheet.toggleRead', one, [one, two]);
    await becomes('345');
    await run('broadsheet.undoMarkRead');
    await becomes('12345');
  });
});

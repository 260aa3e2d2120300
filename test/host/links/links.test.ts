import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Headline } from '../../../src/core/model/item.ts';
import { followLink, type LinkPorts } from '../../../src/host/links/followLink.ts';
import { linkRequest } from '../../../src/host/links/linkRequest.ts';
import { folderOf, headlinesOf, inOtherWindow, run } from '../broadsheet.ts';

suite('Links to articles', () => {
  let linked: Headline;
  let bare: Headline;

  suiteSetup(async () => {
    const folder = folderOf({
      'linked.md':
        '---\ntitle: Ferries Run Again to the Island\nurl: https://example.org/a?b=1&c=2\n---\n\nThey run.\n',
      'bare.md': '---\ntitle: Nothing Is Known of Where This Stood\n---\n\nNothing.\n',
    });
    await run('broadsheet.addDocuments', folder);
    const items = await headlinesOf(folder);
    const named = (word: string): Headline => {
      const item = items.find(({ headline }) => headline.includes(word));
      assert.ok(item, word);
      return item;
    };
    [linked, bare] = [named('Ferries'), named('Nothing')];
  });

  const copied = async (...items: readonly Headline[]): Promise<readonly string[]> => {
    const rows = items.map((item) => ({ kind: 'headline', item }));
    await run('broadsheet.copyLink', rows[0], rows);
    return (await vscode.env.clipboard.readText()).split('\n');
  };

  test('are copied, and VS Code reads them as they were meant', async () => {
    const [first = '', second = '', ...more] = await copied(linked, bare);
    assert.deepEqual(more, []);
    const [one, other] = [vscode.Uri.parse(first), vscode.Uri.parse(second)];
    assert.equal(one.scheme, vscode.env.uriScheme);
    assert.equal(one.authority, 'broadsheet.broadsheet');
    assert.deepEqual(linkRequest(one.path, one.query), {
      kind: 'article',
      key: undefined,
      url: 'https://example.org/a?b=1&c=2',
      passage: undefined,
    });
    const request = linkRequest(other.path, other.query);
    assert.ok(request?.kind === 'article' && request.key !== undefined && request.url === undefined);
  });

  /** What came of a link, as the ports were told. */
  const followed = (link: string): Promise<readonly unknown[]> =>
    inOtherWindow(async (library) => {
      const told: unknown[] = [];
      const tell =
        (what: string) =>
        (...values: readonly unknown[]): Promise<void> => {
          told.push([what, ...values]);
          return Promise.resolve();
        };
      const ports: LinkPorts = {
        library,
        openArticle: tell('open'),
        showSearch: tell('show'),
        search: tell('search'),
        savePage: tell('save'),
      };
      await followLink(ports, vscode.Uri.parse(`vscode://broadsheet.broadsheet/${link}`));
      return told;
    });

  test('open the article, at a passage where one is named', async () => {
    const url = encodeURIComponent('http://www.example.org/a?b=1&c=2&utm_source=x');
    assert.deepEqual(await followed(`article?url=${url}`), [['open', linked.id, undefined]]);
    assert.deepEqual(await followed(`article?url=${url}&passage=They%20run`), [['open', linked.id, [0, 8]]]);
    const hyphen = encodeURIComponent('every (well-known) hour');
    assert.deepEqual(await followed(`article?url=${url}&passage=${hyphen}`), [
      ['open', linked.id, undefined],
    ]);
    const [link = ''] = await copied(bare);
    const key = new URLSearchParams(vscode.Uri.parse(link).query).get('key') ?? '';
    assert.deepEqual(await followed(`article?key=${key}&passage=0-7`), [['open', bare.id, [0, 7]]]);
    assert.deepEqual(await followed('search?q=ferries'), [['show', 'ferries']]);
  });

  test('that lead to nothing say so', async () => {
    await assert.rejects(followed('article?key=;'), /leads to nothing/);
  });
});

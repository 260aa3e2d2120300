import assert from 'node:assert/strict';
import { parseDocument } from 'htmlparser2';
import type { SourceId } from '../../../src/core/model/ids.ts';
import { KEEP_EVERYTHING } from '../../../src/core/model/retention.ts';
import type { Source } from '../../../src/core/model/source.ts';
import {
  exportEnd,
  exportHeader,
  headerProblem,
  itemsAtEnd,
} from '../../../src/core/transfer/exportFormat.ts';
import { opmlOf } from '../../../src/core/transfer/opml.ts';

suite('Exported files', () => {
  test('know their own first and last line', () => {
    assert.equal(headerProblem(exportHeader('2026-01-15T00:00:00.000Z')), undefined);
    assert.equal(itemsAtEnd(exportEnd(12)), 12);
    assert.equal(itemsAtEnd('{"type":"item","id":1'), undefined);
  });

  test('say what is wrong with another file', () => {
    const newer = exportHeader('').replace('"version":1', '"version":2');
    assert.match(headerProblem(newer) ?? '', /^\{0\} was exported by a newer version/);
    for (const line of ['', '{}', '<?xml version="1.0"?>', '{"format":"other","version":1,"exported":""}']) {
      assert.match(headerProblem(line) ?? '', /^\{0\} is not a library/);
    }
  });

  test('the list of sources is well-formed OPML whatever their titles', () => {
    const source = (id: number, title: string, uri: string): Source => ({
      id: id as SourceId,
      kind: 'folder',
      uri,
      title,
      total: 0,
      unread: 0,
      retention: KEEP_EVERYTHING,
    });
    const title = 'Tom & "Jerry" <News>\u0000\ud800\n2';
    const opml = opmlOf([source(1, title, 'file:///a?b=1&c=2'), source(2, 'Ångström', 'file:///b')], 'now');
    const outlines: Record<string, string>[] = [];
    const visit = (nodes: ReturnType<typeof parseDocument>['children']): void => {
      for (const node of nodes) {
        if (!('children' in node)) continue;
        if ('name' in node && node.name === 'outline') outlines.push(node.attribs);
        visit(node.children);
      }
    };
    visit(parseDocument(opml, { xmlMode: true }).children);
    assert.deepEqual(
      outlines.map(({ text, url }) => [text, url]),
      [
        ['Tom & "Jerry" <News>\n2', 'file:///a?b=1&c=2'],
        ['Ångström', 'file:///b'],
      ],
    );
  });
});

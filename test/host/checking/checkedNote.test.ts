import assert from 'node:assert/strict';
import { findQuotations } from '../../../src/core/cite/find/findQuotations.ts';
import type { QuotationToCheck } from '../../../src/core/model/citation.ts';
import { checkNote, citationAt, quotationAt, type Answers } from '../../../src/host/checking/checkedNote.ts';
import { libraryInMemory, textFile } from '../../library/inMemory.ts';

const STORY = '---\ntitle: Ferries Return\nauthor: Ada Byron\n---\nThe minister did not rule out a rise.\n';

suite('A note and the library', () => {
  const setUp = async () => {
    const { library } = libraryInMemory();
    const { id } = await library.addSource({ kind: 'folder', uri: 'file:///n', title: 'n' });
    await library.ingest(id, [textFile('a.md', STORY)]);
    const [item] = (await library.headlines({ sourceId: id, after: undefined, limit: 1 })).headlines;
    assert.ok(item);
    const asked: string[] = [];
    const counting = {
      checkQuotations: async (quotations: readonly QuotationToCheck[]) => {
        asked.push(...quotations.map(({ key }) => key));
        return await library.checkQuotations(quotations);
      },
    };
    return { key: await library.mintKey(item.id), item, counting, asked };
  };

  test('asks about every quotation and key once, and later only about what is new', async () => {
    const { key, item, counting, asked } = await setUp();
    const note = `“The minister did rule out a rise” [@${key}], [@other2024] and [@${key}].\n`;
    const check = (text: string, answers: Answers, isFresh: boolean) =>
      checkNote(counting, findQuotations(text, 'markdown'), answers, isFresh);
    const first = await check(note, new Map(), false);
    assert.deepEqual(asked.splice(0), [key, 'other2024']);
    assert.deepEqual([...first.note.known], [[key, item.id]]);
    const [quoted] = first.note.quotations;
    assert.equal(quoted?.checked.kind === 'checked' && quoted.checked.verdict.kind, 'altered');

    await check(`New. ${note}`, first.answers, true);
    assert.deepEqual(asked.splice(0), []);
    await check(note, first.answers, false);
    assert.deepEqual(asked.splice(0), ['other2024'], 'it may have been made since');
    await check(note.replace('did rule', 'did not rule'), first.answers, true);
    assert.deepEqual(asked.splice(0), [key]);
  });

  test('finds what is at a place', async () => {
    const { key, counting } = await setUp();
    const text = `So “The minister did rule out a rise” [@${key}] and [@${key}].\n`;
    const { note } = await checkNote(counting, findQuotations(text, 'markdown'), new Map(), false);
    assert.equal(quotationAt(note, text.indexOf('minister'))?.quotation.key, key);
    assert.equal(quotationAt(note, 0), undefined);
    assert.equal(citationAt(note, text.lastIndexOf(key) + 2)?.keyRange[0], text.lastIndexOf(key));
    assert.equal(citationAt(note, 1), undefined);
  });
});

import assert from 'node:assert/strict';
import { findQuotations } from '../../../src/core/cite/find/findQuotations.ts';
import type { QuotationToCheck } from '../../../src/core/model/citation.ts';
import {
  checkNote,
  citationAround,
  citationAt,
  citedAt,
  quotationAt,
  type Answers,
} from '../../../src/host/checking/checkedNote.ts';
import { unknownKeys } from '../../../src/host/checking/unknownKeys.ts';
import { libraryInMemory, textFile } from '../../library/inMemory.ts';

const STORY = '---\ntitle: Ferries Return\nauthor: Ada Byron\n---\nThe minister did not rule out a rise.\n';

const OTHER =
  '---\ntitle: Bridge Opens\nauthor: Ada Byron\n---\nThe keeper did rule out a toll of 12 crowns.\n';

suite('A note and the library', () => {
  const setUp = async () => {
    const { library } = libraryInMemory();
    const { id } = await library.addSource({ kind: 'folder', uri: 'file:///n', title: 'n' });
    await library.ingest(id, [textFile('a.md', STORY), textFile('b.md', OTHER)]);
    const { headlines } = await library.headlines({ sourceId: id, after: undefined, limit: 2 });
    const item = headlines.find(({ headline }) => headline === 'Ferries Return');
    const other = headlines.find(({ headline }) => headline === 'Bridge Opens');
    assert.ok(item);
    assert.ok(other);
    const asked: string[] = [];
    const counting = {
      checkQuotations: async (quotations: readonly QuotationToCheck[]) => {
        asked.push(...quotations.map(({ key }) => key));
        return await library.checkQuotations(quotations);
      },
    };
    const [key, otherKey] = [await library.mintKey(item.id), await library.mintKey(other.id)];
    return { key, otherKey, item, other, counting, asked };
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

  test('takes a quotation for true that any of its keys holds', async () => {
    const { key, otherKey, other, counting } = await setUp();
    const text = [
      `“rule out a toll of 12 crowns” [@${key}; @${otherKey}, p. 3].`,
      `“rule out a toll of 13 crowns” [@${key}; @nobodyknewof2024; @${otherKey}].`,
      `“Nothing of the kind was said” [@smith; @${otherKey}; @${key}].`,
    ].join('\n\n');
    const { note } = await checkNote(counting, findQuotations(text, 'markdown'), new Map(), false);
    assert.deepEqual(
      note.quotations.map(({ quotation, checked }) => [
        quotation.key,
        checked.kind === 'checked' && checked.itemId === other.id && checked.verdict.kind,
      ]),
      [
        [otherKey, 'exact'],
        [otherKey, 'altered'],
        // It may be from what the library does not have, which is told.
        ['smith', false],
      ],
    );
    const told = unknownKeys(note).map(([each, range]) => [each, text.slice(...range)]);
    assert.deepEqual(told, [
      ['nobodyknewof2024', 'nobodyknewof2024'],
      ['smith', 'smith'],
    ]);
    assert.equal(citationAround(note, text.indexOf('p. 3'))?.key, otherKey);
    assert.equal(citedAt(note, text.indexOf('12 crowns'))?.itemId, other.id);
    assert.equal(citedAt(note, text.indexOf(key))?.quoted, undefined);
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

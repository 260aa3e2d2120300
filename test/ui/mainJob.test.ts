// The whole way of a working day: documents in, headlines in the sidebar, an article
// in the reader, a search, and its exact words in a note.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addFolder } from './addFolder.ts';
import { search } from './search.ts';
import { selectInReader } from './selectInReader.ts';
import { useWorkbench } from './useWorkbench.ts';

const LEDE =
  'The harbour of Port Ellery reopened on Tuesday after eleven days of repairs, and the first ferries left before dawn with more passengers than seats.';
const SECOND =
  'The harbour master, Ines Okafor, said that the new breakwater would stand “a storm of the kind that comes once in fifty years” and asked for patience with the timetable, which is $4 dearer.';
const PAGE = `${LEDE}
${SECOND}
Traders along the quay counted their losses. Fish that would have gone to the capital had been sold at half its price, and two cafés did not open their doors again.


Council Delays Vote on Harbour Fees Until Spring
Fishermen Call Off Strike After Talks With Ministry
Museum Finds Lost Letters of Captain Ellery in a Wall
`;
const STRIKE = `---
title: Fishermen Call Off Strike After Talks With Ministry
author: Ada Byron
source: The Ellery Gazette
date: 2026-01-12
url: https://example.org/strike
---

The strike that had kept the fleet in port for nine days ended on Monday night.
`;

suite('the main job', () => {
  const workbench = useWorkbench({
    settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 },
    files: { 'notes.md': '# Notes\n\n', 'news/page.txt': PAGE, 'news/sub/strike.md': STRIKE },
  });
  const seed = join(import.meta.dirname, '../../../shared/seed');
  const noteText = (): Promise<string> => readFile(workbench().pathOf('notes.md'), 'utf8');

  test('a folder is added and its headlines show', async () => {
    await workbench().openFile('notes.md');
    await workbench().page.keyboard.press('Control+End');
    await workbench().openView();
    await addFolder(workbench(), workbench().pathOf('news'));
    const rows = await workbench().waitForRows(
      'four headlines',
      (shown) => shown.length === 5 && shown[0]?.description === '4',
    );
    assert.deepEqual(
      rows.map((row) => row.level),
      [1, 2, 2, 2, 2],
    );
    assert.ok(rows.some((row) => row.label === 'Museum Finds Lost Letters of Captain Ellery in a Wall'));
    await workbench().shot('headlines');
  });

  test('a headline opens in the reader and counts as read', async () => {
    await workbench().clickRow('The harbour of Port Ellery');
    await workbench().waitForReader('Traders along the quay');
    assert.match(
      await workbench().readerFrame().locator('article').innerText(),
      /two cafés did not open their doors again/,
    );
    const rows = await workbench().waitForRows('one read', (shown) => shown[0]?.description === '3');
    assert.ok(!rows.find((row) => row.label.startsWith('The harbour'))?.spoken.startsWith('Unread'));
    await workbench().shot('reader');
  });

  test('a search finds a word of the third paragraph and shows where it stands', async () => {
    await search(workbench(), 'quay caf');
    const hits = await workbench().waitFor(
      'a hit',
      workbench().quickPickRows,
      (rows) => rows[0]?.detail.includes('along the ‹quay›') === true,
    );
    assert.match(hits[0]?.label ?? '', /^The harbour of Port Ellery/);
    assert.match(hits[0]?.detail ?? '', /along the ‹quay›/);
    await workbench().shot('search');
    await workbench().acceptQuickInput();
    await workbench().waitForReader('Traders along the quay');
  });

  test('the words selected in the reader stand in the note, exactly', async () => {
    await selectInReader(workbench(), SECOND, 'said that', 'the timetable, which is $4 dearer');
    await workbench().shot('selection');
    await workbench().runCommand('Insert Quotation…');
    const text = await workbench().waitFor('the quotation', noteText, (note) => note.includes('> '));
    const words = SECOND.slice(SECOND.indexOf('said that'), SECOND.indexOf('.', SECOND.indexOf('dearer')));
    assert.ok(text.startsWith(`# Notes\n\n> ${words}\n>\n> — “`), text);
    await workbench().shot('quotation');
  });

  test('the real page gives eighteen items, its words are found and quoted', async function () {
    if (!existsSync(seed)) {
      console.log('      The seed documents are not on this machine.');
      return this.skip();
    }
    const file = join(seed, readdirSync(seed).find((name) => name.endsWith('.txt')) ?? '');
    const paragraphs = readFileSync(file, 'utf8').split('\n');
    const third = paragraphs[2] ?? '';
    await addFolder(workbench(), seed);
    await workbench().waitForRows('eighteen headlines', (shown) => shown.length === 5 + 1 + 18);
    const word =
      third.split(/\s+/).find(
        (candidate) =>
          /^[a-z]{9,}$/.test(candidate) &&
          !paragraphs
            .filter((other) => other !== third)
            .join(' ')
            .includes(candidate),
      ) ?? '';
    await search(workbench(), word);
    await workbench().waitFor(
      'a hit',
      workbench().quickPickRows,
      (rows) => rows.length === 1 && rows[0]?.detail.includes(`‹${word}`) === true,
    );
    await workbench().acceptQuickInput();
    await workbench().waitForReader(third.slice(0, 40));
    await selectInReader(workbench(), third, third.slice(0, 20), third.slice(-20));
    await workbench().runCommand('Insert Quotation…');
    await workbench().waitFor('the exact paragraph', noteText, (note) => note.includes(`\n> ${third}\n`));
  });
});

// The circle of citing: words are selected in the reader and stand in a Quarto note with their key, and the
// bibliography that the note names has the entry.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { addFolder } from './addFolder.ts';
import { selectInReader } from './selectInReader.ts';
import { useWorkbench } from './useWorkbench.ts';

const PARAGRAPH =
  'The ferry to Ellery was late by three hours on Monday, and nobody on the quay could say why it had not left.';
const ARTICLE = `---
title: Ferry to Ellery Is Late Again
author: Ada Byron
source: The Ellery Gazette
date: 2026-01-12
url: https://example.org/ferry
---

The morning was calm.

${PARAGRAPH}
`;
const KEY = 'byronferryellerylate2026';
const HEAD = '---\ntitle: Ferries\nbibliography: references.bib\n---\n\n';

suite('citing', () => {
  const workbench = useWorkbench({
    settings: {
      'files.autoSave': 'afterDelay',
      'files.autoSaveDelay': 100,
      'files.associations': { '*.qmd': 'markdown' },
    },
    files: {
      'paper.qmd': `${HEAD}As the Gazette wrote,`,
      'references.bib': '@book{older,\n  title = {Older},\n}\n',
      'bare.qmd': `${HEAD.replace('references', 'mine')}It is said`,
      'pasted.md': '',
      'news/ferry.md': ARTICLE,
    },
  });
  const textOf = (name: string): Promise<string> =>
    readFile(workbench().pathOf(name), 'utf8').catch(() => '');

  test('a quotation comes with its citation, and the bibliography with its entry', async () => {
    await workbench().openFile('paper.qmd');
    await workbench().page.keyboard.press('Control+End');
    await workbench().openView();
    await addFolder(workbench(), workbench().pathOf('news'));
    await workbench().waitForRows('the headline', (rows) => rows.length === 2);
    await workbench().clickRow('Ferry to Ellery');
    await workbench().waitForReader('The ferry to Ellery was late');
    await selectInReader(workbench(), PARAGRAPH, 'nobody on', 'not left.');
    await workbench().readerFrame().getByRole('button', { name: 'Quote in note' }).click();
    const words = 'nobody on the quay could say why it had not left.';
    const expected = `${HEAD}As the Gazette wrote, “${words}” [@${KEY}, para. 2]`;
    const note = await workbench().waitFor(
      'the quotation',
      () => textOf('paper.qmd'),
      (text) => text.includes('“'),
    );
    assert.equal(note, expected);
    const bibliography = await workbench().waitFor(
      'the entry',
      () => textOf('references.bib'),
      (text) => text.includes(KEY),
    );
    assert.ok(bibliography.startsWith('@book{older,\n  title = {Older},\n}\n'), bibliography);
    assert.match(bibliography, /@\w+\{byronferryellerylate2026,[^@]*Ferry to .*Ellery/s);
    await workbench().shot('citing-quotation');
  });

  test('what is clipped stands in a view of its own and is marked in the reader', async () => {
    await workbench().clickRow('Ferry to Ellery');
    await workbench().waitForReader('The ferry to Ellery was late');
    await selectInReader(workbench(), PARAGRAPH, 'late by', 'hours');
    await workbench().readerFrame().getByRole('button', { name: 'Clip' }).click();
    await workbench().acceptQuickInput('Check this #ferries');
    await workbench().waitFor(
      'the mark',
      () =>
        workbench()
          .readerFrame()
          .locator('body')
          .evaluate(() => CSS.highlights.get('clipping')?.size ?? 0),
      (size) => size === 1,
    );
    await workbench().runCommand('Focus on Clippings View');
    await workbench().waitForRows('the clipping', (rows) =>
      rows.some((row) => row.text === 'late by three hours Check this #ferries'),
    );
    await workbench().shot('citing-clippings');
  });

  test('a bibliography is made where there is none, after one question', async () => {
    const window = workbench();
    await window.openFile('bare.qmd');
    await window.page.keyboard.press('Control+End');
    await window.clickRow('late by three hours');
    await window.waitForReader('The ferry to Ellery was late');
    await window.runCommand('Insert Citation…');
    const question = await window.notification('mine.bib, the bibliography of bare.qmd');
    await window.waitFor(
      'the citation',
      () => textOf('bare.qmd'),
      (text) => text.endsWith(`It is said [@${KEY}]`),
    );
    await question
      .locator('.monaco-button')
      .filter({ hasText: /^Create$/ })
      .click();
    await window.waitFor(
      'the bibliography',
      () => textOf('mine.bib'),
      (text) => text.includes(KEY),
    );
  });

  test('what was copied from the reader can be pasted as a quotation', async () => {
    const { page } = workbench();
    await workbench().clickRow('late by three hours');
    await workbench().waitForReader('The ferry to Ellery was late');
    await selectInReader(workbench(), PARAGRAPH, 'nobody on', 'not left.');
    await page.evaluate(() => navigator.clipboard.writeText('nobody on the quay  could say why'));
    await workbench().openFile('pasted.md');
    await page.keyboard.press('Control+v');
    await workbench().waitFor('the plain words', workbench().editorText, (shown) =>
      shown.includes('quay  could'),
    );
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget').getByText('Paste as Quotation').click();
    const text = await workbench().waitFor(
      'the quotation',
      () => textOf('pasted.md'),
      (note) => note.includes('> nobody'),
    );
    assert.ok(text.startsWith('> nobody on the quay could say why\n>\n> — Ada Byron'), text);
    await workbench().shot('citing-pasted');
  });
});

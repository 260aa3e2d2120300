// The whole circle: words are quoted from the reader into a note, a digit is changed, the error is seen and repaired, and
// the key leads back to the passage.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { addFolder } from './addFolder.ts';
import { selectInReader } from './selectInReader.ts';
import { useWorkbench } from './useWorkbench.ts';

const PARAGRAPH =
  'The minister did not rule out a toll of 12 crowns. She said that the barges would come back on Monday.';
const ARTICLE = `---
title: Toll Bridge at Kettle Lock Opens
author: Ada Byron
source: The Kettle Gazette
date: 2026-02-03
---

${PARAGRAPH}

Nobody on the lock believed it, and the keeper least of all.
`;
const KEY = 'byrontollbridgekettle2026';
const PAPER = '---\ntitle: Tolls\nbibliography: references.bib\n---\n\nAs was said:';
const QUOTED = `${PAPER} “a toll of 12 crowns” [@${KEY}, para. 1]`;
/** Of the line with the quotation, counted from 1. */
const LINE = 6;

suite('a quotation that is checked', () => {
  const workbench = useWorkbench({
    settings: {
      'files.autoSave': 'afterDelay',
      'files.autoSaveDelay': 100,
      'files.associations': { '*.qmd': 'markdown' },
      'editor.autoClosingBrackets': 'never',
    },
    files: {
      'paper.qmd': PAPER,
      'references.bib': '@book{older,\n  title = {Older},\n}\n',
      'notes.md': '# Tolls\n\nAs said: “a toll of 12 crowns” [',
      'news/toll.md': ARTICLE,
    },
  });
  const textOf = (name: string): Promise<string> => readFile(workbench().pathOf(name), 'utf8');
  const waitForText = (name: string, what: string, wanted: (text: string) => boolean): Promise<string> =>
    workbench().waitFor(what, () => textOf(name), wanted);
  const status = () => workbench().page.locator('[id$="broadsheet.quotations"]');
  const waitForStatus = (text: string): Promise<string> =>
    workbench().waitFor(
      `“${text}” in the status bar`,
      async () => ((await status().count()) > 0 ? await status().innerText() : ''),
      (shown) => shown.includes(text),
    );

  test('goes the whole circle from the reader to the note and back', async () => {
    await workbench().openFile('paper.qmd');
    await workbench().page.keyboard.press('Control+End');
    await workbench().openView();
    await addFolder(workbench(), workbench().pathOf('news'));
    await workbench().waitForRows('the headline', (rows) =>
      rows.some(({ label }) => label.startsWith('Toll')),
    );
    await quoteFromReader();
    await changeDigit();
    await seeError();
    await repair();
    await goBack();
  });

  async function quoteFromReader(): Promise<void> {
    await workbench().clickRow('Toll Bridge');
    await workbench().waitForReader('The minister did not rule out');
    await selectInReader(workbench(), PARAGRAPH, 'a toll', '12 crowns');
    await workbench().readerFrame().getByRole('button', { name: 'Quote in note' }).click();
    assert.equal(await waitForText('paper.qmd', 'the quotation', (text) => text.includes('“')), QUOTED);
    const bibliography = await waitForText('references.bib', 'the entry', (text) => text.includes(KEY));
    assert.match(bibliography, new RegExp(`^@book\\{older,[^@]*@\\w+\\{${KEY},[^@]*Kettle`, 's'));
    await waitForStatus('1 quotation, exact');
  }

  async function changeDigit(): Promise<void> {
    const { page } = workbench();
    const column = (QUOTED.split('\n')[LINE - 1]?.indexOf('2 crowns') ?? 0) + 1;
    await page.keyboard.press('Control+g');
    await page.locator('.quick-input-widget:visible .quick-input-box input').fill(`:${LINE}:${column}`);
    await page.keyboard.press('Enter');
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await page.locator('[id="status.editor.selection"]').getByText(`Ln ${LINE}, Col ${column}`).waitFor();
    await page.keyboard.press('Delete');
    await page.keyboard.type('9');
    const altered = QUOTED.replace('12 crowns', '19 crowns');
    await waitForText('paper.qmd', 'the changed digit', (text) => text === altered);
  }

  async function seeError(): Promise<void> {
    const { page } = workbench();
    await waitForStatus('1 quotation, altered');
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await workbench().shot('altered-quotation');
    await status().click();
    const problems = page.locator('.markers-panel');
    await problems.getByText('The source says “12”, not “19”.').first().waitFor();
    await problems.getByText('says: “a toll of 12 crowns”').first().waitFor();
    await workbench().shot('altered-quotation-problems');
  }

  async function repair(): Promise<void> {
    const { page } = workbench();
    await page.locator('.markers-panel').getByText('The source says “12”, not “19”.').first().dblclick();
    const fix = page.locator('.action-widget').getByText('Restore the source’s words');
    await workbench().waitFor(
      'the quick fix',
      async () => {
        await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
        await page.keyboard.press('Control+.');
        return await fix.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
      },
      Boolean,
      60_000,
    );
    await workbench().shot('altered-quotation-fix');
    await fix.click();
    await waitForText('paper.qmd', 'the source’s words', (text) => text === QUOTED);
    await waitForStatus('1 quotation, exact');
    await page.keyboard.press('Control+z');
    await waitForText('paper.qmd', 'the changed digit again', (text) => text.includes('19 crowns'));
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await workbench().waitFor(
      'the source’s words again',
      async () => {
        // What is done again already stays done.
        await page.locator('.editor-group-container.active .monaco-editor .view-line').last().click();
        await page.keyboard.press('Control+y');
        await page.waitForTimeout(500);
        return await textOf('paper.qmd');
      },
      (text) => text === QUOTED,
    );
  }

  const waitForPassage = (): Promise<string> =>
    workbench().waitFor(
      'the passage in the reader',
      () =>
        workbench()
          .readerFrame()
          .locator('body')
          .evaluate(() => {
            const [range] = CSS.highlights.get('passage') ?? [];
            return range instanceof Range ? range.toString() : '';
          }),
      (text) => text === 'a toll of 12 crowns',
    );

  async function goBack(): Promise<void> {
    const { page } = workbench();
    const link = page
      .locator('.monaco-editor .view-line')
      .filter({ hasText: KEY })
      .locator('.detected-link')
      .first();
    await link.waitFor();
    // The line is drawn anew while the key is held down, so that only its place can be clicked.
    const box = await link.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.down('Control');
    await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
    await page.mouse.click(box.x + box.width / 3, box.y + box.height / 2);
    await page.keyboard.up('Control');
    await waitForPassage();
    await workbench().shot('passage-in-reader');
  }

  test('is shown in the reader by the key for definitions', async () => {
    await workbench().runCommand('Close All Editors');
    await workbench().openFile('paper.qmd');
    const { page } = workbench();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await waitForStatus('1 quotation, exact');
    // The context for keys follows the cursor a moment later.
    await page.waitForTimeout(1000);
    await page.keyboard.press('F12');
    await waitForPassage();
  });

  test('is cited by words of its text', async () => {
    await workbench().openFile('notes.md');
    await workbench().page.keyboard.press('Control+End');
    await workbench().page.keyboard.type('@barges');
    const offer = workbench()
      .page.locator('.suggest-widget .monaco-list-row')
      .filter({ hasText: 'Toll Bridge' });
    await offer.first().waitFor();
    await workbench().shot('cite-completion');
    await workbench().page.keyboard.press('Enter');
    await workbench().page.keyboard.type('].');
    await waitForText('notes.md', 'the citation', (text) => text.trim().endsWith(`[@${KEY}].`));
    await waitForStatus('1 quotation, exact');
  });
});

// A headline that is dragged from the sidebar into a note becomes a citation there, and words of the reader a quotation.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { addFolder } from './addFolder.ts';
import { selectInReader } from './selectInReader.ts';
import { useWorkbench } from './useWorkbench.ts';

const PARAGRAPH = 'The lighthouse at Marrow Point was lit again on Friday after eleven dark weeks.';
const ARTICLE = `---
title: Lighthouse at Marrow Point Is Lit Again
author: Ada Byron
source: The Marrow Gazette
date: 2026-01-16
---

${PARAGRAPH}
`;
const KEY = 'byronlighthousemarrowpoint2026';
const HEAD = '---\nbibliography: references.bib\n---\n\n';

interface Point {
  readonly x: number;
  readonly y: number;
}

suite('dragging into a note', () => {
  const workbench = useWorkbench({
    settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100 },
    files: {
      'note.md': `${HEAD}Drop it here: `,
      'other.md': `${HEAD}Drop it here: `,
      'references.bib': '',
      'news/lighthouse.md': ARTICLE,
    },
  });
  const textOf = (name: string): Promise<string> => readFile(workbench().pathOf(name), 'utf8');
  const note = () =>
    workbench()
      .page.locator('.editor-group-container.active .view-line')
      .filter({ hasText: 'Drop it here' })
      .first();

  test('a headline becomes a citation, with its entry', async () => {
    await workbench().openView();
    await addFolder(workbench(), workbench().pathOf('news'));
    await workbench().waitForRows('the headline', (rows) =>
      rows.some(({ label }) => label.startsWith('Lighthouse')),
    );
    await workbench().openFile('note.md');
    const row = workbench()
      .page.locator('.part.sidebar .monaco-list-row[role="treeitem"]:visible')
      .filter({ hasText: 'Lighthouse at Marrow' })
      .last();
    const from = await row.boundingBox();
    assert.ok(from);
    await dragToNote({ x: from.x + from.width / 2, y: from.y + from.height / 2 });
    const text = await workbench().waitFor(
      'the citation',
      () => textOf('note.md'),
      (shown) => shown.includes('@'),
    );
    assert.ok(text.includes(`[@${KEY}]`), text);
    await workbench().waitFor(
      'the entry',
      () => textOf('references.bib'),
      (entries) => entries.includes(KEY),
    );
    await workbench().shot('dragged-citation');
  });

  test('words of the reader become a quotation', async () => {
    await workbench().clickRow('Lighthouse at Marrow');
    await workbench().waitForReader('The lighthouse at');
    await workbench().openFile('other.md');
    await workbench().runCommand('View: Move Editor into Next Group');
    await selectInReader(workbench(), PARAGRAPH, 'lit again', 'on Friday');
    const [from] = await workbench()
      .readerFrame()
      .locator('article p')
      .first()
      .evaluate((paragraph) => {
        const selected = document.getSelection()?.getRangeAt(0).getClientRects()[0];
        const { x, y } = paragraph.getBoundingClientRect();
        return selected === undefined
          ? []
          : [{ x: selected.x - x + selected.width / 2, y: selected.y - y + selected.height / 2 }];
      });
    const paragraph = await workbench().readerFrame().locator('article p').first().boundingBox();
    assert.ok(from && paragraph);
    await dragToNote({ x: paragraph.x + from.x, y: paragraph.y + from.y });
    const text = await workbench().waitFor(
      'the quotation',
      () => textOf('other.md'),
      (shown) => shown.includes('lit again'),
    );
    assert.equal(text, `${HEAD}Drop it here: “lit again on Friday” [@${KEY}, para. 1]`);
    await workbench().shot('dragged-quotation');
  });

  /** With Shift, as VS Code wants it for dropping into an editor rather than opening there. */
  async function dragToNote(from: Point): Promise<void> {
    const { page } = workbench();
    const to = await note().locator('span').first().boundingBox();
    assert.ok(to);
    const y = to.y + to.height / 2;
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x + 40, y, { steps: 8 });
    await page.mouse.move(to.x + to.width - 1, y, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
  }
});

// The pictures of the walkthrough, taken with the sample edition: those in test/ui/shots whose names begin with
// `walkthrough-`, without that, are those in media/walkthrough.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { search } from './search.ts';
import { selectInReader } from './selectInReader.ts';
import { smallPng } from './smallPng.ts';
import { useWorkbench } from './useWorkbench.ts';

const PAPER = `---
title: Central Asia this week
bibliography: references.bib
---

Moscow and its neighbours met in Dushanbe.
`;
const HEADLINE = 'Dushanbe hosts';
/** So many that letters stay smooth. */
const COLOURS = 96;
const SENTENCE =
  'Influence is no longer a given. Kazakhstan, the largest economy of the five, has refused to take sides';

for (const [name, theme] of [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
] as const) {
  suite(`the pictures of the walkthrough, ${name}`, () => {
    const workbench = useWorkbench({
      settings: {
        'workbench.colorTheme': theme,
        'workbench.layoutControl.enabled': false,
        'workbench.navigationControl.enabled': false,
        'window.commandCenter': false,
        'window.menuBarVisibility': 'hidden',
        'breadcrumbs.enabled': false,
        'editor.minimap.enabled': false,
        'editor.lineNumbers': 'off',
        'editor.folding': false,
        'editor.glyphMargin': false,
        'editor.wordWrap': 'on',
        'files.autoSave': 'afterDelay',
        'files.autoSaveDelay': 100,
      },
      files: { 'central-asia.md': PAPER, 'references.bib': '' },
    });
    /** A small picture of a part of the window. */
    const take = async (step: string, part: Locator): Promise<void> => {
      const folder = join(import.meta.dirname, 'shots');
      mkdirSync(folder, { recursive: true });
      if (step !== 'check') await workbench().page.mouse.move(600, 500);
      const picture = await smallPng(workbench().page, await part.screenshot(), COLOURS);
      writeFileSync(join(folder, `walkthrough-${step}-${name}.png`), picture);
    };
    const line = (text: string): Locator =>
      workbench().page.locator('.editor-group-container.active .view-line').filter({ hasText: text }).first();

    test('the sidebar, and an article beside it', async () => {
      await workbench().page.setViewportSize({ width: 900, height: 580 });
      await workbench().openView();
      await workbench().clickWelcomeButton('Open the Sample Edition');
      await workbench().waitForReader('Vladimir Putin landed');
      await workbench().waitForRows('the sample', (rows) => rows.length > 5);
      await take('follow', workbench().page.locator('.part.sidebar'));
      await take('read', workbench().page.locator('.monaco-workbench'));
    });

    test('the search', async () => {
      await search(workbench(), 'immigration OR china');
      await workbench().waitFor(
        'the hits alone',
        workbench().quickPickRows,
        (rows) => rows.length < 10 && rows.some(({ label }) => label.startsWith('New Orleans')),
      );
      // The list takes its new height a moment after its new rows.
      const widget = workbench().page.locator('.quick-input-widget');
      await workbench().waitFor(
        'the height of three rows',
        async () => (await widget.boundingBox())?.height ?? 0,
        (height) => height < 160,
      );
      await take('search', widget);
      await workbench().page.keyboard.press('Escape');
    });

    test('a quotation, and one that was changed', async () => {
      const { page } = workbench();
      await workbench().openFile('central-asia.md');
      await page.keyboard.press('Control+End');
      // Its row is below what shows in so small a window.
      await search(workbench(), HEADLINE);
      await page.keyboard.press('Enter');
      await workbench().waitForReader(HEADLINE);
      await selectInReader(workbench(), SENTENCE, 'Kazakhstan', 'refused to take sides');
      await workbench().readerFrame().getByRole('button', { name: 'Quote in note' }).click();
      await workbench().openFile('central-asia.md');
      await line('refused').waitFor();
      await take('quote', page.locator('.editor-group-container.active'));
      const path = workbench().pathOf('central-asia.md');
      const quoted = await workbench().waitFor(
        'the saved quotation',
        () => Promise.resolve(readFileSync(path, 'utf8')),
        (text) => text.includes('refused to take sides'),
      );
      writeFileSync(path, quoted.replace('refused to take', 'learnt to take'));
      await line('learnt').waitFor();
      await page.locator('.editor-group-container.active .squiggly-error').first().hover({ force: true });
      await page.locator('.monaco-hover:visible').getByText('The source says').first().waitFor();
      await take('check', page.locator('.monaco-workbench'));
    });
  });
}

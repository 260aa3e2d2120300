// The search's rows beside its hits, and what is quoted and cited from where.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { addFolder } from './addFolder.ts';
import { search } from './search.ts';
import { selectInReader } from './selectInReader.ts';
import { useWorkbench } from './useWorkbench.ts';

const FIRST = 'The harbour of Port Ellery reopened on Tuesday after eleven days of repairs.';
const SECOND = 'Traders along the quay counted their losses, and two cafés stayed closed.';
const ARTICLE = `---
title: Harbour Reopens After Repairs
author: Ada Byron
url: https://example.org/harbour
---

${FIRST}

${SECOND}
`;

suite('search and notes', () => {
  const workbench = useWorkbench({
    settings: { 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 100, 'editor.autoIndent': 'none' },
    files: { 'notes.md': '- item\n\n  \n', 'news/harbour.md': ARTICLE },
  });
  const noteText = (): Promise<string> => readFile(workbench().pathOf('notes.md'), 'utf8');
  const labels = async (): Promise<readonly string[]> =>
    (await workbench().quickPickRows()).map((row) => row.label);
  const box = () => workbench().page.locator('.quick-input-widget:visible .quick-input-box input');

  test('the help puts an example into the box, and a filter is completed', async () => {
    await workbench().openFile('notes.md');
    await workbench().openView();
    await addFolder(workbench(), workbench().pathOf('news'));
    await workbench().waitForRows('the headline', (rows) => rows.length === 2);
    await search(workbench(), '');
    await workbench().waitFor('the help', labels, (shown) =>
      shown.some((row) => row.includes('Search help')),
    );
    await workbench()
      .page.locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'Search help' })
      .click();
    await workbench().waitFor('the examples', labels, (shown) => shown.includes('title:harbour'));
    await workbench().shot('search-help');
    await workbench()
      .page.locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'title:harbour' })
      .click();
    await workbench().waitFor('the hit', labels, (shown) => shown.includes('Harbour Reopens After Repairs'));
    assert.equal(await box().inputValue(), 'title:harbour');
    await box().pressSequentially(' is:unr');
    await workbench().waitFor('the completion', labels, (shown) => shown[0] === 'is:unread');
    await workbench().acceptQuickInput();
    await workbench().waitFor(
      'the completed query',
      () => box().inputValue(),
      (value) => value === 'title:harbour is:unread ',
    );
    await workbench().page.keyboard.press('Escape');
  });

  test('Return opens the hit of what was typed, however fast it was', async () => {
    await search(workbench(), 'traders quay');
    await workbench().acceptQuickInput();
    await workbench().waitForReader('Traders along the quay');
  });

  test('a hit is quoted near its match, not by an old selection in the reader', async () => {
    await selectInReader(workbench(), FIRST, 'The harbour', 'repairs.');
    const row = workbench()
      .page.locator('.quick-input-list .monaco-list-row')
      .filter({ hasText: 'Harbour Reopens' })
      .first();
    const quote = async (): Promise<string> => {
      await search(workbench(), 'cafés');
      await row.hover({ timeout: 5000 });
      await row.locator('.action-label').nth(2).click({ timeout: 5000 });
      return 'chosen';
    };
    // What takes the focus just then closes the list, for a person, too.
    await workbench().waitFor(
      'the hit to be quoted',
      () => quote().catch(String),
      (outcome) => outcome === 'chosen',
      60_000,
    );
    await workbench().waitFor('the paragraphs', labels, (shown) => shown.length === 2);
    await workbench().acceptQuickInput();
    const text = await workbench().waitFor('the quotation', noteText, (note) => note.includes('Traders'));
    assert.ok(text.includes(`“${SECOND}”`) && !text.includes(FIRST), text);
  });

  test('the open article is cited without a question', async () => {
    await workbench().clickRow('Harbour Reopens');
    await workbench().waitForReader('Traders along the quay');
    const before = await noteText();
    await workbench().runCommand('Insert Citation…');
    await workbench().waitFor(
      'the citation',
      noteText,
      (note) =>
        note.split('https://example.org/harbour').length > before.split('https://example.org/harbour').length,
    );
  });
});

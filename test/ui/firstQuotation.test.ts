// A first run: the sample, no note open yet, and a window that is reloaded.

import assert from 'node:assert/strict';
import { selectInReader } from './selectInReader.ts';
import { useWorkbench } from './useWorkbench.ts';

const PARAGRAPH = 'Influence is no longer a given. Kazakhstan, the largest economy of the five';

suite('a first quotation', () => {
  const workbench = useWorkbench();

  test('a note is made where none is open', async () => {
    await workbench().openView();
    await workbench().clickWelcomeButton('Open the Sample Edition');
    await workbench().waitForReader('Influence is no longer a given');
    await selectInReader(workbench(), PARAGRAPH, 'Influence', 'given.');
    await workbench().readerFrame().getByRole('button', { name: 'Quote in note' }).click();
    const notice = await workbench().notification('No note is open');
    await workbench().shot('no-note');
    await notice.getByText('New Note').click();
    const text = await workbench().waitFor('the quotation', workbench().editorText, (shown) =>
      shown.includes('— '),
    );
    assert.match(text, /^> Influence is no longer a given\.\n>\s*\n> — Broadsheet sample desk, “Dushanbe/);
    await workbench().shot('new-note');
  });

  test('the reader is back after a reload, with its article', async () => {
    await workbench().clickRow('Dushanbe hosts');
    await workbench().readerFrame().getByText('Influence is no longer a given').waitFor();
    // VS Code keeps its own state when it is asked to reload, and not when a browser does so unasked.
    await workbench().runCommand('Reload Window');
    await workbench().page.waitForEvent('load');
    await workbench().readerFrame().getByText('Influence is no longer a given').waitFor();
    const titles = await workbench().editorTitles();
    assert.ok(
      titles.some((title) => title.startsWith('Dushanbe hosts')),
      titles.join(', '),
    );
  });

  test('what is known by its headline alone can be cited and says so in the reader', async () => {
    await workbench().clickRow('Maduro Says He and Trump');
    await workbench().waitForReader('Only the headline');
    await workbench().shot('headline-item');
    await workbench().runCommand('Insert Quotation…');
    await workbench().notification('there is no text to quote');
  });
});

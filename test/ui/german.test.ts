// Broadsheet in a VS Code whose display language is German. The language pack comes from the Marketplace and is not
// there, so that VS Code's own words stay in English and whatever is German is ours.

import assert from 'node:assert/strict';
import { selectInReader } from './selectInReader.ts';
import { useWorkbench } from './useWorkbench.ts';

const PARAGRAPH = 'Influence is no longer a given. Kazakhstan, the largest economy of the five';

suite('Broadsheet in German', () => {
  const workbench = useWorkbench({ language: 'de' });

  test('welcomes, and names its views, lists and commands', async () => {
    const { openView, welcomeButtons, page, shot } = workbench();
    await openView();
    const buttons = await welcomeButtons();
    await shot('german-welcome');
    assert.ok(buttons.includes('Feed hinzufügen'), buttons.join(', '));
    await page.locator('.part.sidebar').getByText('Schlagzeilen').first().waitFor();
    await workbench().clickWelcomeButton('Beispielausgabe öffnen');
    await workbench().waitForReader('Influence is no longer a given');
    await workbench().waitFor('the lists', workbench().allRows, (shown) =>
      shown.some(({ label }) => label === 'Später lesen'),
    );
    await shot('german-sidebar');
  });

  test('shows an article in its language, and its own words in German', async () => {
    const frame = workbench().readerFrame();
    assert.equal(await frame.locator('html').getAttribute('lang'), 'de');
    assert.match(await frame.locator('header').innerText(), /Min\. Lesezeit/);
    await selectInReader(workbench(), PARAGRAPH, 'Influence', 'given.');
    const buttons = await frame.getByRole('toolbar').getByRole('button').allInnerTexts();
    await workbench().shot('german-reader');
    assert.deepEqual(buttons.slice(0, 2), ['In Notiz zitieren', 'Mit Quellenangabe kopieren']);
    await frame.getByRole('button', { name: 'In Notiz zitieren' }).click();
    await workbench().notification('Es ist keine Notiz zum Einfügen geöffnet.');
  });

  test('searches', async () => {
    await workbench().runCommand('Suchen…');
    await workbench().page.getByPlaceholder('eine genaue Wortfolge').fill('qqqqq');
    await workbench().waitFor('that nothing was found', workbench().quickPickRows, (shown) =>
      shown.some(({ label }) => label === 'Nichts gefunden für „qqqqq“'),
    );
    await workbench().shot('german-search');
    await workbench().page.keyboard.press('Escape');
  });

  test('gives the brief', async () => {
    await workbench().runCommand('Morgenüberblick');
    await workbench().readerFrame().getByRole('heading', { name: 'Morgenüberblick' }).waitFor();
    await workbench().shot('german-brief');
  });
});

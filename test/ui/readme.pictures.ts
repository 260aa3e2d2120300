// The pictures of the README, taken with the sample edition: those in test/ui/shots whose names begin with `readme-`,
// without that, are those in media/readme.

import { search } from './search.ts';
import { selectInReader } from './selectInReader.ts';
import { useWorkbench } from './useWorkbench.ts';

const NOTE = `# Central Asia this week

The week's diplomacy happened in Dushanbe. On how firmly Moscow still leads the region:

`;

suite('the pictures of the README', () => {
  const workbench = useWorkbench({
    settings: {
      'workbench.layoutControl.enabled': false,
      'editor.minimap.enabled': false,
      'editor.wordWrap': 'on',
    },
    files: { 'central-asia.md': NOTE },
  });

  test('of the reader', async () => {
    await workbench().page.setViewportSize({ width: 1280, height: 800 });
    await workbench().openView();
    await workbench().clickWelcomeButton('Open the Sample Edition');
    await workbench().waitForReader('Vladimir Putin landed');
    await workbench().waitForRows('the sample', (rows) => rows.length === 19);
    await workbench().shot('readme-reader');
  });

  test('of the search', async () => {
    await search(workbench(), 'central asia');
    await workbench().waitFor('hits', workbench().quickPickRows, (rows) =>
      rows.some((row) => row.detail.includes('‹Central Asia›')),
    );
    await workbench().shot('readme-search');
    await workbench().page.keyboard.press('Escape');
  });

  test('of a quotation', async () => {
    await workbench().openFile('central-asia.md');
    await workbench().page.keyboard.press('Control+End');
    await workbench().runCommand('View: Move Editor into Next Group');
    await workbench().clickRow('Dushanbe hosts');
    await workbench().waitForReader('Vladimir Putin landed');
    const words = 'Influence is no longer a given. Kazakhstan, the largest economy of the five';
    await selectInReader(workbench(), words, 'Kazakhstan', 'fighting in Ukraine.');
    await workbench().runCommand('Insert Quotation…');
    await workbench().waitFor('the quotation', workbench().editorText, (text) =>
      text.includes('Broadsheet sample desk'),
    );
    // Off the toolbar, which says what it would do.
    await workbench().page.mouse.move(640, 780);
    await workbench().waitFor(
      'no tooltip',
      () => workbench().page.locator('.monaco-hover:visible').count(),
      (count) => count === 0,
    );
    await workbench().shot('readme-quotation');
  });
});

// An article that its publisher edits: both versions are kept, and VS Code's diff editor shows what changed.

import assert from 'node:assert/strict';
import { startNewsServer, type NewsServer } from '../server/newsServer.ts';
import { addFeed } from './addFeed.ts';
import { useWorkbench } from './useWorkbench.ts';

suite('edited articles', () => {
  const workbench = useWorkbench();
  let server: NewsServer | undefined;

  suiteSetup(async () => {
    server = await startNewsServer();
  });
  suiteTeardown(() => server?.stop());

  const facts = () => workbench().readerFrame().locator('header .facts');

  test('an article of one version says nothing of versions', async () => {
    await workbench().openView();
    await addFeed(workbench(), `${server?.address ?? ''}/feeds/atom`);
    await workbench().waitForRows('the headlines', (shown) => shown.length === 7);
    await workbench().clickRow('Ferry to Lintel Island runs again');
    await workbench().waitForReader('After nine days in the dock');
    assert.equal(await facts().count(), 1);
  });

  test('an edited one says when, and its versions open side by side', async () => {
    server?.edit();
    await workbench().runCommand('Refresh');
    await workbench().waitForRows('the new headline', (shown) =>
      shown.some(({ label }) => label === 'Ferry to Lintel Island runs again, an hour later'),
    );
    await workbench().clickRow('an hour later');
    await workbench().waitForReader('Correction 1');
    assert.match(await facts().last().innerText(), /^Updated 2 March 2026.*2 versions/s);
    await workbench().shot('versions');
    await facts().getByRole('button', { name: 'Compare' }).click();
    await waitForDiff();
    await workbench().shot('diff');
    const titles = await workbench().editorTitles();
    assert.ok(
      titles.some((title) => /^Ferry to Lintel Island.*\(.*20\d\d.* ↔ .*\)$/.test(title)),
      titles.join(', '),
    );
    await workbench().runCommand('Toggle between Light/Dark Themes');
    await workbench().page.waitForTimeout(500);
    await workbench().shot('diff-light');
    await workbench().runCommand('Toggle between Light/Dark Themes');
  });

  test('of three versions two are chosen', async () => {
    server?.edit();
    server?.publish();
    await workbench().runCommand('Refresh');
    await workbench().waitForRows('what came with it', (shown) =>
      shown.some(({ label }) => label === 'Late edition number 1 appears'),
    );
    await workbench().clickRow('an hour later');
    await workbench().waitForReader('Correction 2');
    await workbench().runCommand('Close Other Editors in Group');
    // Whatever takes the focus closes the list, and a person opens it again.
    await workbench().waitFor(
      'the diff of what was picked',
      () => pickVersions().catch(String),
      (shown) => shown.includes('Correction'),
      90_000,
    );
    assert.match(await sideText('modified'), /Correction 2/);
    assert.match(await sideText('original'), /Correction 1/);
  });

  const pickVersions = async (): Promise<string> => {
    await workbench().runCommand('Compare Versions…');
    const rows = await workbench().waitFor(
      'the versions',
      workbench().quickPickRows,
      (shown) => /^\d+ words · the current one$/.test(shown[0]?.description ?? ''),
      10_000,
    );
    assert.equal(rows.length, 3);
    await workbench().shot('pick-versions');
    await workbench().acceptQuickInput();
    await workbench().page.locator('.monaco-diff-editor').waitFor({ timeout: 10_000 });
    return await sideText('modified');
  };
  const sideText = async (side: 'original' | 'modified'): Promise<string> => {
    const lines = workbench().page.locator(`.monaco-diff-editor .editor.${side} .view-lines`);
    return (await lines.first().innerText()).replaceAll('\u00a0', ' ');
  };
  const waitForDiff = async (): Promise<void> => {
    await workbench().waitFor(
      'the diff',
      () => sideText('modified').catch(() => ''),
      (text) => text.includes('Correction'),
    );
  };
});

// Adds a folder as a person does, through the command and the dialog.

import { basename } from 'node:path';
import type { Workbench } from './workbench.ts';

export async function addFolder(workbench: Workbench, path: string): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('Add Documents…');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'A folder' }).click();
  await fillDialog(workbench, `${path}/`);
  await page
    .locator('.quick-input-widget:visible .monaco-button')
    .filter({ hasText: 'Follow This Folder' })
    .click();
  await page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
  // Its row takes the focus in the end, which would close a list that is opened before; it may be out of sight.
  await page
    .locator('.part.sidebar .monaco-list-row.selected')
    .filter({ hasText: basename(path) })
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
}

/** Writes a path into VS Code's own dialog for files, where that is shown. */
export async function fillDialog(workbench: Workbench, path: string): Promise<void> {
  const input = workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
  await workbench.waitFor(
    'the dialog',
    () => input.inputValue(),
    (value) => value.startsWith('/'),
  );
  // The dialog writes the folder in which it begins when it knows it, over whatever was typed until then.
  let steady = 0;
  await workbench.waitFor(
    'the folder in the dialog',
    async () => {
      const isThere = (await input.inputValue()) === path;
      steady = isThere ? steady + 1 : 0;
      if (!isThere) await input.fill(path);
      return steady;
    },
    (times) => times > 5,
  );
}

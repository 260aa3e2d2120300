// Adds a folder as a person does, through the command and the dialog.

import type { Workbench } from './workbench.ts';

export async function addFolder(workbench: Workbench, path: string): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('Add Documents…');
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'A folder' }).click();
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  await workbench.waitFor(
    'the dialog',
    () => input.inputValue(),
    (value) => value.startsWith('/'),
  );
  await input.fill(`${path}/`);
  await workbench.waitFor(
    'the folder in the dialog',
    () => input.inputValue(),
    (value) => value === `${path}/`,
  );
  await page
    .locator('.quick-input-widget:visible .monaco-button')
    .filter({ hasText: 'Follow This Folder' })
    .click();
  await page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
}

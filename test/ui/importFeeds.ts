// Imports a list of feeds as a person does, through the command and the dialog.

import { fillDialog } from './addFolder.ts';
import type { Workbench } from './workbench.ts';

/** Imports an OPML file and waits until the dialog is gone. */
export async function importFeeds(workbench: Workbench, path: string): Promise<void> {
  await workbench.runCommand('Import Feeds (OPML)…');
  await fillDialog(workbench, path);
  await workbench.page
    .locator('.quick-input-widget:visible .monaco-button')
    .filter({ hasText: 'Import' })
    .click();
  await workbench.page.locator('.quick-input-widget:visible').waitFor({ state: 'hidden' });
}

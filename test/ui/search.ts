// Searches as a person does, through the palette.

import type { Workbench } from './workbench.ts';

/** Opens the search and types the words one by one. */
export async function search(workbench: Workbench, words: string): Promise<void> {
  await workbench.runCommand('Search…');
  const widget = workbench.page.locator('.quick-input-widget:visible');
  await widget.getByText('Search Broadsheet').waitFor();
  await widget.locator('.quick-input-box input').pressSequentially(words);
}

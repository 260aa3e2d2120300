// Searches as a person does, through the palette.

import type { Workbench } from './workbench.ts';

/** Opens the search and types the words one by one; again where something else took the focus, which closes it. */
export async function search(workbench: Workbench, words: string): Promise<void> {
  const widget = workbench.page.locator('.quick-input-widget:visible');
  const input = widget.locator('.quick-input-box input');
  const attempt = async (): Promise<string> => {
    await workbench.runCommand('Search…');
    await widget.getByText('Search Broadsheet').waitFor({ timeout: 5000 });
    await input.pressSequentially(words, { timeout: 10_000 });
    return await input.inputValue({ timeout: 1000 });
  };
  await workbench.waitFor(
    `“${words}” in the search`,
    () => attempt().catch(String),
    (typed) => typed === words,
    60_000,
  );
}

// Adds a feed as a person does, by its address.

import type { Workbench } from './workbench.ts';

export async function addFeed(workbench: Workbench, url: string): Promise<void> {
  await workbench.runCommand('Add Feed…');
  const input = workbench.page.locator('.quick-input-widget:visible .quick-input-box input');
  await workbench.page.locator('.quick-input-widget:visible').getByText('Add Feed').first().waitFor();
  await input.fill(url);
  await workbench.page.keyboard.press('Enter');
}

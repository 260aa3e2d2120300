// Adds a feed as a person does, by its address.

import type { Workbench } from './workbench.ts';

export async function addFeed(workbench: Workbench, url: string): Promise<void> {
  await workbench.runCommand('Add Feed…');
  await workbench.page.locator('.quick-input-widget:visible').getByText('Add Feed').first().waitFor();
  await workbench.acceptQuickInput(url);
}

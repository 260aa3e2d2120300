// Searches that stay in the sidebar.

import assert from 'node:assert/strict';
import { useWorkbench } from './useWorkbench.ts';

suite('searches in the sidebar', () => {
  const workbench = useWorkbench();

  test('show their hits, are saved, and count what is unread', async () => {
    await workbench().openView();
    await workbench().clickWelcomeButton('Open the Sample Edition');
    await workbench().waitForRows('the sample edition', (rows) => rows.length > 10);
    await workbench().runCommand('Search in the Sidebar…');
    await workbench().acceptQuickInput('taiwan OR honduras');
    const rows = await workbench().waitForRows('the hits', (shown) =>
      shown.some((row) => row.label === 'taiwan OR honduras' && row.expanded === true),
    );
    const hits = rows.slice(rows.findIndex((row) => row.label === 'taiwan OR honduras') + 1);
    assert.ok(
      hits.some((row) => row.label.startsWith('Could Taiwan and Honduras')),
      JSON.stringify(hits),
    );
    await workbench().shot('searches');
    await workbench().runCommand('Save Search');
    await workbench().waitForRows('the saved search with its count', (shown) =>
      shown.some((row) => row.label === 'taiwan OR honduras' && Number(row.description) > 0),
    );
    await workbench().shot('saved-search');
  });
});

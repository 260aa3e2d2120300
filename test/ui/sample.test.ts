// The first minute: an empty view that says what to do, and the sample behind its button.

import assert from 'node:assert/strict';
import { useWorkbench } from './useWorkbench.ts';

suite('the sample edition', () => {
  const workbench = useWorkbench();

  test('an empty library offers its ways in', async () => {
    await workbench().openView();
    assert.deepEqual(await workbench().welcomeButtons(), [
      'Add Feed',
      'Choose From a Starter List',
      'Add Documents',
      'Open the Sample Edition',
    ]);
  });

  test('one click shows the sample’s article and headlines', async () => {
    await workbench().clickWelcomeButton('Open the Sample Edition');
    const rows = await workbench().waitForRows('the sample edition', (shown) => shown.length > 2);
    assert.deepEqual(
      rows.map((row) => row.level),
      [1, ...Array.from({ length: 18 }, () => 2)],
    );
  });
});

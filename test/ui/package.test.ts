// The package as a person installs it: into a VS Code that has nothing of ours.

import { makePackage } from '../../scripts/vsix.ts';
import { useWorkbench } from './useWorkbench.ts';

suite('the installed package', () => {
  const workbench = useWorkbench({ vsix: async () => (await makePackage()).path });

  test('shows the sample and opens an article of it', async () => {
    const { openView, clickWelcomeButton, waitForRows, clickRow, readerFrame } = workbench();
    await openView();
    await clickWelcomeButton('Open the Sample Edition');
    const rows = await waitForRows('the sample edition', (shown) => shown.length > 10);
    const headline = rows.find(({ level, label }) => level === 2 && label !== '')?.label ?? '';
    await clickRow(headline);
    await workbench().waitFor(
      'the article',
      () => readerFrame().locator('h1').innerText(),
      (shown) => shown === headline,
    );
  });
});

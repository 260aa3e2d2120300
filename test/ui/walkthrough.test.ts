// The walkthrough: each step has its picture, and what a step asks for ticks it off.

import assert from 'node:assert/strict';
import manifest from '../../package.json' with { type: 'json' };
import texts from '../../package.nls.json' with { type: 'json' };
import { useWorkbench } from './useWorkbench.ts';

const STEPS = manifest.contributes.walkthroughs[0]?.steps ?? [];

suite('the walkthrough', () => {
  const workbench = useWorkbench();
  const categories = () => workbench().page.locator('.gettingStartedContainer');
  const step = (id: string) =>
    categories().locator(`.getting-started-step[data-step-id="broadsheet.broadsheet#start#${id}"]`);

  test('is found among those of VS Code', async () => {
    await workbench().runCommand('Open Walkthrough...');
    const row = workbench().page.locator('.quick-input-list .monaco-list-row');
    await row.filter({ hasText: texts.walkthrough }).first().click();
    await categories().getByText(texts['walkthrough.description']).first().waitFor();
    assert.equal(await categories().locator('.getting-started-step').count(), STEPS.length);
  });

  for (const { id } of STEPS) {
    test(`shows its picture: ${id}`, async () => {
      await step(id).click();
      await step(id).and(workbench().page.locator('[aria-expanded="true"]')).waitFor();
      const image = categories().locator('.getting-started-media img').first();
      await workbench().waitFor(
        'the picture',
        () => image.evaluate((node) => (node instanceof HTMLImageElement ? node.naturalWidth : 0)),
        (width) => width > 100,
      );
      assert.equal(await image.getAttribute('alt'), texts[`walkthrough.${id}.picture` as keyof typeof texts]);
      await workbench().shot(`walkthrough-${id}`);
    });
  }

  test('the sample edition ticks off the first step', async () => {
    await step('follow').click();
    await step('follow').getByRole('button', { name: 'Open the Sample Edition' }).click();
    await workbench().waitForRows('the sample edition', (rows) => rows.length > 10);
    await workbench().runCommand('Open Walkthrough...');
    const row = workbench().page.locator('.quick-input-list .monaco-list-row');
    await row.filter({ hasText: texts.walkthrough }).first().click();
    await step('follow').and(workbench().page.locator('[aria-checked="true"]')).waitFor();
    await workbench().shot('walkthrough-done');
  });
});

// Selects words in the reader.

import type { Workbench } from './workbench.ts';

/** Selects from the beginning of `from` to the end of `to` in the paragraph with this text. */
export async function selectInReader(
  workbench: Workbench,
  paragraph: string,
  from: string,
  to: string,
): Promise<void> {
  const element = workbench
    .readerFrame()
    .locator('article p')
    .filter({ hasText: paragraph.slice(0, 60) })
    .first();
  await element.evaluate(
    (node, [first, last]) => {
      node.scrollIntoView({ block: 'nearest' });
      const text = node.firstChild as Text;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf(first));
      range.setEnd(text, text.data.lastIndexOf(last) + last.length);
      const selection = document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    },
    [from, to] as const,
  );
  await workbench.readerFrame().getByRole('toolbar').getByRole('button').first().waitFor();
}

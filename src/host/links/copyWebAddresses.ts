// The addresses of articles on the clipboard.

import * as vscode from 'vscode';
import type { Headline } from '../../core/model/item.ts';
import { UserError } from '../../core/model/userError.ts';
import { localize } from '../localize.ts';

/**
 * Puts the addresses of what has one on the clipboard, each on a line.
 *
 * @throws UserError where nothing has one.
 */
export async function copyWebAddresses(items: readonly Headline[]): Promise<void> {
  const addresses = items.flatMap(({ url }) => url ?? []);
  if (addresses.length === 0) throw new UserError(localize('No web address is known for what is chosen.'));
  await vscode.env.clipboard.writeText(addresses.join('\n'));
  const copied =
    addresses.length === 1
      ? localize('Web address copied')
      : localize('{0} web addresses copied', addresses.length);
  vscode.window.setStatusBarMessage(copied, 3000);
}

// Asks for an address to follow.

import * as vscode from 'vscode';
import { localize } from '../localize.ts';
import { typedAddress } from './typedAddress.ts';

/** Gives what was typed; an address in the clipboard is offered. */
export async function askAddress(): Promise<string | undefined> {
  const copied = (await vscode.env.clipboard.readText()).slice(0, 2000).trim();
  const isAddress = /^(?:https?|feed):/i.test(copied) && typedAddress(copied) !== undefined;
  return vscode.window.showInputBox({
    title: localize('Add Feed'),
    prompt: localize('The address of a feed, or of any page of a website that has one.'),
    placeHolder: 'example.org',
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' || typedAddress(value) !== undefined
        ? undefined
        : localize('This is not a web address.'),
    ...(isAddress ? { value: copied, valueSelection: [0, copied.length] } : {}),
  });
}

// The one log of the extension.

import type * as vscode from 'vscode';

export type Log = Pick<vscode.LogOutputChannel, 'debug' | 'info' | 'warn' | 'error' | 'show'>;

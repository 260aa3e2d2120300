// Has all that is said translated by VS Code. The entries import this first, as words in constants are looked up when
// their modules are read.

import * as vscode from 'vscode';
import { translateBy } from './localize.ts';

translateBy((message, ...values) => vscode.l10n.t(message, ...values));

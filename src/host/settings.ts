// Reads settings with the types that the manifest gives them.

import * as vscode from 'vscode';
import { SETTINGS, type SettingKey, type SettingValues } from '../manifest.ts';

/** Gives a setting's value now; one that folders may set for themselves is asked for with a document in them. */
export function setting<K extends SettingKey>(key: K, scope?: vscode.Uri): SettingValues[K] {
  return vscode.workspace
    .getConfiguration(undefined, scope)
    .get<SettingValues[K]>(key, SETTINGS[key] as SettingValues[K]);
}

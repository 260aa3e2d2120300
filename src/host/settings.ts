// Reads settings with the types that the manifest gives them.

import * as vscode from 'vscode';
import { SETTINGS, type SettingKey, type SettingValues } from '../manifest.ts';

/** Gives a setting's value now. */
export function setting<K extends SettingKey>(key: K): SettingValues[K] {
  return vscode.workspace.getConfiguration().get<SettingValues[K]>(key, SETTINGS[key] as SettingValues[K]);
}

// The names in package.json and in src/manifest.ts are the same, both ways.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS, CONTEXT_KEYS, READER_VIEW_TYPE, SETTINGS, VIEWS } from '../../src/manifest.ts';
import { repository } from './sourceFiles.ts';

interface Contributes {
  readonly commands: readonly {
    readonly command: string;
    readonly title: string;
    readonly category: string;
  }[];
  readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly menus: unknown;
  readonly keybindings: unknown;
  readonly viewsWelcome: unknown;
}

suite('manifest', () => {
  const { contributes } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    readonly contributes: Contributes;
  };

  test('commands and their titles', () => {
    const declared = Object.fromEntries(contributes.commands.map(({ command, title }) => [command, title]));
    assert.deepEqual(declared, COMMANDS);
  });

  test('every command stands under Broadsheet in the palette', () => {
    const others = contributes.commands.filter(({ category }) => category !== 'Broadsheet');
    assert.deepEqual(others, []);
  });

  test('settings and their defaults', () => {
    const declared = Object.entries(contributes.configuration.properties).map(
      ([key, setting]) => [key, setting.default] as const,
    );
    assert.deepEqual(Object.fromEntries(declared), SETTINGS);
  });

  test('views and their container', () => {
    const containers = Object.values(contributes.viewsContainers).flat();
    const views = Object.values(contributes.views).flat();
    assert.deepEqual(
      [...containers, ...views].map(({ id }) => id),
      Object.values(VIEWS),
    );
  });

  test('menus, keys and welcome texts name nothing unknown', () => {
    const known: readonly string[] = [
      ...Object.keys(COMMANDS),
      ...Object.keys(SETTINGS),
      ...Object.values(VIEWS),
      ...Object.values(CONTEXT_KEYS),
      READER_VIEW_TYPE,
    ];
    const { menus, keybindings, viewsWelcome } = contributes;
    const named = JSON.stringify({ menus, keybindings, viewsWelcome }).match(/\bbroadsheet\.[\w.]+/g) ?? [];
    assert.ok(named.length > 0);
    assert.deepEqual(
      [...named].filter((name) => !known.includes(name)),
      [],
    );
  });
});

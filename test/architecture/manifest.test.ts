// The names in package.json and in src/manifest.ts are the same, both ways.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BRIEF_VIEW_TYPE,
  COMMANDS,
  CONTEXT_KEYS,
  READER_VIEW_TYPE,
  SETTINGS,
  VIEWS,
} from '../../src/manifest.ts';
import { repository } from './sourceFiles.ts';
import { resolveKeys } from './manifestTexts.ts';

interface Contributes {
  readonly commands: readonly {
    readonly command: string;
    readonly title: string;
    readonly category: string;
  }[];
  readonly configuration: readonly {
    readonly properties: Readonly<Record<string, { readonly default: unknown }>>;
  }[];
  readonly viewsContainers: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly menus: unknown;
  readonly keybindings: unknown;
  readonly viewsWelcome: unknown;
  readonly walkthroughs: unknown;
}

suite('manifest', () => {
  const { contributes } = resolveKeys(readFileSync(join(repository, 'package.json'), 'utf8')) as {
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
    const declared = contributes.configuration
      .flatMap(({ properties }) => Object.entries(properties))
      .map(([key, setting]) => [key, setting.default] as const);
    assert.equal(new Set(declared.map(([key]) => key)).size, declared.length);
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

  test('menus, keys, welcome texts and walkthroughs name nothing unknown', () => {
    const known: readonly string[] = [
      ...Object.keys(COMMANDS),
      ...Object.keys(SETTINGS),
      ...Object.values(VIEWS),
      ...Object.values(CONTEXT_KEYS),
      READER_VIEW_TYPE,
      BRIEF_VIEW_TYPE,
    ];
    const { menus, keybindings, viewsWelcome, walkthroughs } = contributes;
    const named =
      JSON.stringify({ menus, keybindings, viewsWelcome, walkthroughs }).match(/\bbroadsheet\.[\w.]+/g) ?? [];
    assert.ok(named.length > 0);
    // VS Code itself makes `.focus` for each view.
    assert.deepEqual(
      [...named].filter((name) => !known.includes(name.replace(/\.focus$/, ''))),
      [],
    );
  });
});

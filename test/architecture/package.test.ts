// What VS Code's Marketplace and Open VSX ask of a package, checked without asking them; and that settings and the
// walkthrough are whole. Open VSX checks in its ExtensionValidator what is checked here, Marketplace in `vsce`.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageReadme } from '../../scripts/packageReadme.ts';
import { CONTEXT_KEYS } from '../../src/manifest.ts';
import { resolveKeys } from './manifestTexts.ts';
import { repository } from './sourceFiles.ts';

interface Setting {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly scope?: string;
  readonly order: number;
  readonly description?: string;
  readonly markdownDescription?: string;
}

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly publisher: string;
  readonly version: string;
  readonly license: string;
  readonly icon: string;
  readonly qna: unknown;
  readonly galleryBanner: { readonly color: string; readonly theme: string };
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly dependencies?: unknown;
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: readonly {
      readonly id: string;
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly walkthroughs: readonly { readonly title: string; readonly steps: readonly Step[] }[];
  };
}

/** Those that VS Code's Marketplace knows. */
const CATEGORIES = [
  'AI',
  'Azure',
  'Chat',
  'Data Science',
  'Debuggers',
  'Education',
  'Extension Packs',
  'Formatters',
  'Keymaps',
  'Language Packs',
  'Linters',
  'Machine Learning',
  'Notebooks',
  'Other',
  'Programming Languages',
  'SCM Providers',
  'Snippets',
  'Testing',
  'Themes',
  'Visualization',
];
const KEYWORDS = 30;
/** In bytes: a walkthrough's picture is small on the screen. */
const PICTURE = 60_000;
/** What asks servers, or lets them be asked, is decided by the person and not by a folder that is opened. */
const PRIVATE = [
  'broadsheet.reader.fullText',
  'broadsheet.reader.images',
  'broadsheet.refresh.automatic',
  'broadsheet.refresh.minimumInterval',
];

const textOf = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** The width and height that a PNG file says it has; undefined for another file. */
function sizeOfPng(path: string): readonly [number, number] | undefined {
  const bytes = readFileSync(join(repository, path));
  const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG';
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}

suite('the package', () => {
  const manifest = resolveKeys(textOf('package.json')) as Manifest;
  const { contributes } = manifest;
  const settings = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  test('has a name, a version and an icon that both galleries take', () => {
    for (const name of [manifest.name, manifest.publisher]) assert.match(name, /^[\w+-]{1,255}$/);
    assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
    assert.deepEqual(sizeOfPng(manifest.icon), [256, 256]);
    assert.match(manifest.galleryBanner.color, /^#[\da-f]{6}$/);
    assert.ok(['dark', 'light'].includes(manifest.galleryBanner.theme));
    assert.equal(manifest.qna, false);
  });

  test('says what it is in fields that fit', () => {
    const { displayName, description, categories, keywords } = manifest;
    assert.ok(displayName.length <= 255 && description.length <= 200);
    for (const text of [displayName, description, ...categories, ...keywords]) {
      assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/u);
    }
    assert.deepEqual(
      categories.filter((category) => !CATEGORIES.includes(category)),
      [],
    );
    assert.ok(keywords.length <= KEYWORDS && new Set(keywords).size === keywords.length);
    assert.ok(keywords.every((keyword) => keyword.length <= 50));
  });

  test('has its licence, and its changes up to this version', () => {
    assert.match(textOf('LICENSE'), new RegExp(`^${manifest.license} License`));
    assert.match(
      textOf('CHANGELOG.md'),
      new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}\\b`, 'm'),
    );
    assert.ok(existsSync(join(repository, 'THIRD-PARTY.md')));
  });

  test('brings no telemetry, and nothing to be installed besides', () => {
    assert.equal(manifest.dependencies, undefined);
    const { devDependencies } = JSON.parse(textOf('package.json')) as {
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    assert.deepEqual(
      Object.keys(devDependencies).filter((name) => /telemetry|analytics|insights|sentry/.test(name)),
      [],
    );
  });

  test('has pictures in its README that are here, and no drawing, which galleries refuse', () => {
    const pictures = [...textOf('README.md').matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)];
    assert.ok(pictures.length > 0);
    for (const [, says = '', path = ''] of pictures) {
      assert.notEqual(says, '', path);
      assert.ok(sizeOfPng(path) !== undefined, path);
    }
    assert.doesNotMatch(textOf('README.md'), /<svg|\.svg\b/i);
  });

  test('is packed with a README that leads nowhere outside the package', () => {
    const packed = packageReadme(textOf('README.md'));
    assert.doesNotMatch(packed, /!\[|\]\((?!https:)/);
    assert.match(packed, /ARCHITECTURE\.md is for developers/);
    const cases = [
      ['Read [this](DOCS.md).\n\n![A picture](a.png)\n\nEnd.\n', 'Read this.\n\nEnd.\n'],
      ['[Web](https://example.org) [here](#here)', '[Web](https://example.org) [here](#here)'],
    ] as const;
    for (const [readme, expected] of cases) assert.equal(packageReadme(readme), expected);
  });

  test('groups its settings under titles, in an order', () => {
    const groups = contributes.configuration.map(({ title }) => title);
    assert.deepEqual(groups, ['Feeds', 'Sidebar', 'Reader', 'Notes', 'Notifications']);
    for (const { properties } of contributes.configuration) {
      const orders = Object.values(properties).map(({ order }) => order);
      assert.deepEqual(
        orders,
        orders.map((_, index) => index + 1),
      );
    }
  });

  test('describes every setting, and every value of those that are chosen from a list', () => {
    for (const [key, setting] of settings) {
      assert.match(setting.description ?? setting.markdownDescription ?? '', /\.$/, key);
      if (setting.enum === undefined) continue;
      assert.equal(setting.enumDescriptions?.length, setting.enum.length, key);
      assert.ok(setting.enum.includes(String(setting.default)), key);
    }
  });

  test('says between which limits a number is, and what a text looks like', () => {
    for (const [key, { type, minimum, maximum, pattern, default: value, enum: values }] of settings) {
      if (type === 'number' || type === 'integer') {
        assert.ok(minimum !== undefined && maximum !== undefined, key);
        assert.ok(typeof value === 'number' && minimum <= value && value <= maximum, key);
      }
      if (type === 'string' && values === undefined)
        assert.match(String(value), new RegExp(pattern ?? '$^'), key);
    }
  });

  for (const [path, isRight] of [
    ['references.bib', true],
    ['notes/My Library.JSON ', true],
    ['literature.yml', true],
    ['', true],
    ['references', false],
    ['references.bib/old.txt', false],
  ] as const) {
    test(`${isRight ? 'takes' : 'refuses'} “${path}” as a bibliography`, () => {
      const pattern = settings.find(([key]) => key === 'broadsheet.notes.bibliography')?.[1].pattern;
      assert.equal(new RegExp(pattern ?? '').test(path), isRight);
    });
  }

  test('lets no folder decide what servers are asked, nor which file an untrusted one names', () => {
    const application = settings.filter(([, { scope }]) => scope === 'application').map(([key]) => key);
    assert.deepEqual(application.sort(), PRIVATE);
    // VS Code heeds the list only of an extension whose support it calls limited.
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.deepEqual(restrictedConfigurations, ['broadsheet.notes.bibliography']);
  });

  test('keeps nothing in a setting that Settings Sync would leave behind', () => {
    assert.deepEqual(
      settings.filter(([, { scope }]) => scope?.startsWith('machine')),
      [],
    );
  });

  test('has a walkthrough with a small picture in every theme', () => {
    assert.equal(steps.length, 5);
    for (const { id, title, media } of steps) {
      assert.notEqual(title, '', id);
      assert.notEqual(media.altText, '', id);
      assert.deepEqual(Object.keys(media.image), ['light', 'dark', 'hc', 'hcLight']);
      for (const path of Object.values(media.image)) {
        assert.ok(sizeOfPng(path) !== undefined, path);
        assert.ok(readFileSync(join(repository, path)).length <= PICTURE, path);
      }
    }
  });

  test('has a button in every step of it, and an act that ticks the step off', () => {
    const commands = contributes.commands.map(({ command }) => command);
    const keys: readonly string[] = Object.values(CONTEXT_KEYS);
    for (const { id, description, completionEvents } of steps) {
      assert.match(description, /^\[[^\]]+\]\(command:[\w.]+\)$/m, id);
      assert.ok(completionEvents.length > 0, id);
      for (const event of completionEvents) {
        const [kind = '', name = ''] = event.split(':');
        assert.ok((kind === 'onCommand' ? commands : kind === 'onContext' ? keys : []).includes(name), event);
      }
    }
  });
});

// The arrows between the layers of src, as a function over one import.

import { dirname, join } from 'node:path/posix';

/**
 * Says why a file must not import a module, or undefined where it may.
 *
 * @param file relative to the repository: "src/core/text/sentences.ts"
 * @param specifier as written in the import: "../model/item.ts", "vscode", "node:fs"
 */
export function layerProblem(file: string, specifier: string): string | undefined {
  if (specifier === 'vscode') return saysVscode(file) ? undefined : 'only the host says vscode';
  if (specifier.startsWith('node:')) {
    return file.endsWith('.node.ts') ? undefined : 'only *.node.ts files use Node';
  }
  if (!specifier.startsWith('.')) {
    const packages = rowFor(packagesOf, file) ?? [];
    return packages.includes(specifier)
      ? undefined
      : `this layer may import no package but ${packages.join(', ') || 'none'}`;
  }
  const target = join(dirname(file), specifier);
  const allowed = rowFor(arrowsOf(file), file);
  if (allowed === undefined) return 'no layer holds this file';
  return allowed.some((prefix) => target.startsWith(prefix))
    ? undefined
    : `may import only ${allowed.join(', ')}`;
}

const saysVscode = (file: string): boolean =>
  (file.startsWith('src/host/') && !file.startsWith(plainFetching)) ||
  file.startsWith('src/extension.') ||
  file === 'src/activate.ts' ||
  file === 'src/commandTable.ts';

/** Fetching knows the web and no editor, so plain Node can test it. */
const plainFetching = 'src/host/fetch/';

type Row = readonly [prefix: string, allowed: readonly string[]];

/** The first row whose prefix the file has. */
function rowFor(rows: readonly Row[], file: string): readonly string[] | undefined {
  return rows.find(([prefix]) => file.startsWith(prefix))?.[1];
}

const packagesOf: readonly Row[] = [
  [
    'src/core/search/stem.ts',
    [
      ...['french', 'german', 'russian', 'spanish', 'swedish'].map(
        (language) => `@orama/stemmers/${language}`,
      ),
      'wink-porter2-stemmer',
    ],
  ],
  ['src/core/parse/page/readableBody.ts', ['@mozilla/readability', 'linkedom/worker']],
  ['src/core/parse/feed/', ['feedsmith', 'htmlparser2', 'marked']],
  ['src/core/parse/', ['htmlparser2', 'marked', 'parse5', 'sanitize-html', 'yaml']],
  ['src/core/cite/bibliography/metadataPaths.ts', ['yaml']],
  ['src/library/worker.web.ts', ['@sqlite.org/sqlite-wasm']],
  ['src/library/store/wasmDatabase.web.ts', ['@sqlite.org/sqlite-wasm']],
  ['src/webview/', ['dompurify']],
];

function arrowsOf(file: string): readonly Row[] {
  const underHost = [
    'src/core/',
    'src/library/library.ts',
    'src/library/saved/storageFolder.ts',
    'src/cite-style/citeStyle.ts',
    'src/cite-style/bundledStyles.ts',
    'src/manifest.ts',
  ];
  const feature = /^src\/host\/\w+\//.exec(file)?.[0];
  return [
    ['src/core/parse/', ['src/core/']],
    ['src/core/', ['src/core/']],
    ['src/library/', ['src/core/', 'src/library/']],
    ['src/cite-style/', ['src/core/', 'src/cite-style/']],
    ['src/webview/', ['src/core/', 'src/webview/']],
    // The editor and the program say the same of a quotation.
    ['src/checker/', ['src/core/', 'src/library/', 'src/checker/']],
    [plainFetching, ['src/core/', 'src/host/localize.ts', plainFetching]],
    // Files directly in src/host are for every feature, so they know none.
    ...(feature === undefined
      ? []
      : [[feature, [...underHost, feature, plainFetching, ...sharedHostFiles]] as const]),
    ['src/host/', [...underHost, ...sharedHostFiles]],
    ['src/activate.ts', [...underHost, 'src/host/', 'src/commandTable.ts']],
    ['src/commandTable.ts', [...underHost, 'src/host/']],
    [
      'src/extension.',
      [
        'src/activate.ts',
        'src/host/translations.ts',
        'src/library/library.ts',
        'src/library/spawn.',
        'src/cite-style/spawn.',
        'src/host/library/lineFiles.',
        'src/host/library/storageFolder.',
        'src/host/fetch/resolveHost.',
        'src/host/fetch/webFetch.',
      ],
    ],
    ['src/manifest.ts', []],
  ];
}

/** The files directly in src/host. */
const sharedHostFiles = [
  'coalesce',
  'commands',
  'disposables',
  'headlineInPath',
  'localize',
  'log',
  'noteDocuments',
  'pageShell',
  'pageWords',
  'plainText',
  'quietly',
  'repeats',
  'settings',
].map((name) => `src/host/${name}.ts`);

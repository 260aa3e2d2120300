// Holds src to its layers and to the rules that a compiler does not know.

import assert from 'node:assert/strict';
import { basename } from 'node:path';
import ts from 'typescript';
import { layerProblem } from './layers.ts';
import { hasNode, sourceFile, sourceFiles } from './sourceFiles.ts';
import type { SourceFile } from './sourceFiles.ts';

/** Where errors are caught: at the borders to code that throws, and where a person is told. */
const catching: ReadonlySet<string> = new Set([
  // Decoders and parsers of others answer bad input by throwing.
  'src/core/cite/bibliography/metadataPaths.ts',
  'src/core/parse/decodeText.ts',
  'src/core/parse/encodedWords.ts',
  'src/core/parse/facts.ts',
  'src/core/parse/feed/entryBody.ts',
  'src/core/parse/feed/jsonObject.ts',
  'src/core/parse/feed/readFeed.ts',
  'src/core/parse/frontMatter.ts',
  'src/core/parse/htmlCharset.ts',
  'src/core/parse/markdownDocument.ts',
  'src/core/parse/page/extractPage.ts',
  'src/core/parse/page/jsonLd.ts',
  'src/core/parse/page/readableBody.ts',
  'src/core/parse/parseDocument.ts',
  // A citation style that citeproc cannot use is a sentence, which crosses the threads as data.
  'src/cite-style/formatReferences.ts',
  'src/cite-style/worker.node.ts',
  'src/cite-style/worker.web.ts',
  // A transaction rolls back, and an error crosses the threads as data.
  'src/library/rpc.ts',
  'src/library/store/database.ts',
  // One saved search or rule that fails is announced, for the log, and holds up no other.
  'src/library/store/alone.ts',
  // A line of an imported file need not be JSON.
  'src/library/store/exportedColumns.ts',
  // Faults of the disk and the file become sentences, and a damaged file is told from other errors.
  'src/library/fileLibrary.node.ts',
  // Work that shared a transaction with what failed is done again alone.
  'src/library/groupCommit.ts',
  'src/library/spawn.node.ts',
  'src/library/spawn.web.ts',
  'src/library/worker.web.ts',
  // What is saved in a browser may be damaged, and saving may fail, which is said and tried again.
  'src/library/saved/memoryLibrary.ts',
  'src/library/saved/savedLibrary.ts',
  'src/library/upkeep.node.ts',
  'src/library/store/checkLibrary.ts',
  'src/library/store/fileLock.node.ts',
  'src/library/store/openLibraryFile.node.ts',
  'src/library/store/rebuildIndex.ts',
  'src/library/store/restore.node.ts',
  // Damaged pages are passed over, and a line that cannot be taken leaves the others.
  'src/library/store/readableLines.ts',
  'src/library/store/salvage.node.ts',
  // Work that nobody asked for is only logged, and bytes that are no text are a sentence.
  'src/host/quietly.ts',
  'src/host/checking/bibliographyKeys.ts',
  'src/host/checking/readNoteFile.ts',
  // A program tells the person by itself.
  'src/checker/broadsheetCheck.node.ts',
  // The command wrapper tells a person; the others log, or note what a file's source lacks.
  'src/host/commands.ts',
  'src/host/disposables.ts',
  'src/host/documents/findDocuments.ts',
  'src/host/documents/folderScans.ts',
  'src/host/documents/readDocuments.ts',
  'src/host/library/lineFiles.node.ts',
  'src/host/library/wholeLineFiles.ts',
  'src/host/library/storageFolder.web.ts',
  // A bibliography that cannot be read or changed is a sentence, and a style without a preview has none.
  'src/host/notes/bibliographyEntry.ts',
  'src/host/notes/pickStyle.ts',
  'src/host/notes/readText.ts',
  'src/host/documents/register.ts',
  // A file that cannot be written is a sentence.
  'src/host/reader/saveArticle.ts',
  // A feed that cannot be followed is a sentence beside those that can, and so is a file; nobody waits for the rest.
  'src/host/refresh/addFeed.ts',
  'src/host/refresh/exportFeeds.ts',
  'src/host/refresh/feedList.ts',
  'src/host/refresh/importFeeds.ts',
  // What goes wrong on the network is an outcome, and one feed that cannot be kept holds up no other.
  'src/host/fetch/fetchResource.ts',
  'src/host/fetch/refreshFeeds.ts',
  'src/host/fetch/resolveHost.node.ts',
  'src/host/fetch/webFetch.web.ts',
  'src/host/search/choose.ts',
  'src/host/sidebar/headlinePages.ts',
  // A row cannot be shown while VS Code draws the tree anew.
  'src/host/sidebar/reveal.ts',
]);

type Rule = readonly [name: string, problem: (file: SourceFile) => string | undefined];

const rules: readonly Rule[] = [
  ['imports follow the layers', importProblem],
  [
    'exports are named',
    (file) => when(!file.path.endsWith('.d.ts') && hasNode(file, isDefaultExport), 'has a default export'),
  ],
  ['there are no enums', (file) => when(hasNode(file, ts.isEnumDeclaration), 'has an enum')],
  ['files have at most 400 lines', (file) => when(file.lines > 400, `has ${file.lines} lines`)],
  [
    'file names say what is in them',
    (file) => when(vagueName.test(basename(file.path)), 'has a name that says nothing'),
  ],
  [
    'errors are caught only where the list says',
    (file) => when(hasNode(file, isCatch) && !catching.has(file.path), 'catches errors'),
  ],
];

const vagueName = /util|helper|manager|service|common/i;

suite('architecture', () => {
  const files = sourceFiles();

  for (const [name, problem] of rules) {
    test(name, () => {
      assert.ok(files.length > 0);
      assert.deepEqual(problemsOf(files, problem), []);
    });
  }

  test('every file of the catch list is there and catches', () => {
    const caught = files.filter((file) => hasNode(file, isCatch)).map((file) => file.path);
    assert.deepEqual(
      [...catching].filter((path) => !caught.includes(path)),
      [],
    );
  });

  for (const [path, text, expected] of wrongFiles()) {
    test(`finds what is wrong with ${path}: ${text}`, () => check(path, text, expected));
  }
});

/** Made-up files, and the rule that each breaks. */
function wrongFiles(): readonly (readonly [path: string, text: string, rule: string | undefined])[] {
  const layers = 'imports follow the layers';
  return [
    ['src/core/text/a.ts', "import * as vscode from 'vscode';", layers],
    ['src/core/text/a.ts', "import { readFileSync } from 'node:fs';", layers],
    ['src/core/text/a.ts', "import { marked } from 'marked';", layers],
    ['src/core/parse/a.ts', "import { marked } from 'marked';", undefined],
    ['src/core/text/a.ts', "import type { Library } from '../../library/library.ts';", layers],
    ['src/library/a.ts', "export { x } from '../host/log.ts';", layers],
    ['src/cite-style/a.ts', "import type { CslItem } from '../core/cite/reference/cslItem.ts';", undefined],
    ['src/cite-style/a.ts', "import { connect } from '../library/rpc.ts';", layers],
    ['src/host/notes/a.ts', "import type { CiteStyle } from '../../cite-style/citeStyle.ts';", undefined],
    ['src/host/notes/a.ts', "import { spawnCiteStyle } from '../../cite-style/spawn.node.ts';", layers],
    ['src/library/a.ts', "import type { Item } from '../core/model/item.ts';", undefined],
    ['src/webview/a.ts', "import * as vscode from 'vscode';", layers],
    ['src/checker/a.ts', "import * as vscode from 'vscode';", layers],
    ['src/checker/a.ts', "import { createGuard } from '../host/commands.ts';", layers],
    ['src/checker/a.node.ts', "import { exportedLine } from '../library/store/exportedLine.ts';", undefined],
    ['src/host/notes/a.ts', "import type { Reader } from '../reader/register.ts';", layers],
    ['src/host/notes/a.ts', "const reader = await import('../reader/register.ts');", layers],
    ['src/host/notes/a.ts', "import { openStore } from '../../library/store/database.ts';", layers],
    ['src/host/notes/a.ts', "import { createGuard } from '../commands.ts';", undefined],
    ['src/host/fetch/a.ts', "import * as vscode from 'vscode';", layers],
    ['src/host/fetch/a.ts', "import { setting } from '../settings.ts';", layers],
    ['src/host/fetch/a.ts', "import { lookup } from 'node:dns';", layers],
    ['src/host/fetch/a.node.ts', "import { lookup } from 'node:dns';", undefined],
    ['src/host/log.ts', "import { registerNotes } from './notes/register.ts';", layers],
    ['src/activate.ts', "import { registerNotes } from './host/notes/register.ts';", undefined],
    ['src/manifest.ts', "import * as vscode from 'vscode';", layers],
    ['src/core/a.ts', 'export default 1;', 'exports are named'],
    ['src/core/a.ts', 'export default function a() {}', 'exports are named'],
    ['src/core/a.ts', 'enum Kind { A }', 'there are no enums'],
    ['src/core/a.ts', '\n'.repeat(400) + 'a', 'files have at most 400 lines'],
    ['src/core/dateUtils.ts', '', 'file names say what is in them'],
    ['src/core/a.ts', 'try { a(); } catch {}', 'errors are caught only where the list says'],
    ['src/core/a.ts', 'a().catch(b);', 'errors are caught only where the list says'],
  ].map(([path = '', text = '', rule]) => [path, text, rule] as const);
}

function check(path: string, text: string, expected: string | undefined): void {
  const file = sourceFile(path, text);
  const broken = rules.filter(([, problem]) => problem(file) !== undefined).map(([name]) => name);
  assert.deepEqual(broken, expected === undefined ? [] : [expected]);
}

function problemsOf(files: readonly SourceFile[], problem: Rule[1]): readonly string[] {
  return files.flatMap((file) => {
    const found = problem(file);
    return found === undefined ? [] : [`${file.path} ${found}`];
  });
}

function importProblem({ path, imports }: SourceFile): string | undefined {
  const problems = imports.flatMap((specifier) => {
    const problem = layerProblem(path, specifier);
    return problem === undefined ? [] : [`imports ${specifier}: ${problem}`];
  });
  return problems.length === 0 ? undefined : problems.join('; ');
}

const when = (broken: boolean, problem: string): string | undefined => (broken ? problem : undefined);

function isDefaultExport(node: ts.Node): boolean {
  return (
    ts.isExportAssignment(node) ||
    (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent))
  );
}

function isCatch(node: ts.Node): boolean {
  return (
    ts.isCatchClause(node) ||
    (ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'catch')
  );
}

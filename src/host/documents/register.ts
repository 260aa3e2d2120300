// Documents on disk: adds files and folders, follows folders, and says what went wrong with them.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { NewSource, Source } from '../../core/model/source.ts';
import type { LibraryChange, ObservableLibrary } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore } from '../disposables.ts';
import { localize } from '../localize.ts';
import type { Log } from '../log.ts';
import { folderFault, type DocumentFile } from './findDocuments.ts';
import { createFolderScans, NOTHING, type Progress } from './folderScans.ts';
import { followFolders } from './followFolders.ts';
import { importFiles, type ImportReport } from './importFiles.ts';
import { pickDocuments } from './pickDocuments.ts';
import { SAMPLE, sampleFiles } from './sample.ts';
import { summarize } from './summarize.ts';

export interface DocumentsParts {
  readonly library: ObservableLibrary;
  readonly extensionUri: vscode.Uri;
  readonly guard: Guard;
  readonly log: Log;
  /** Called when a source has come, to show it. */
  readonly onAdded: (source: Source) => Promise<void>;
}

export interface Documents {
  /** Adds files and folders; asks for them where none are given. */
  add(uris: readonly vscode.Uri[] | undefined): Promise<void>;
  /** Adds the sample edition. */
  addSample(): Promise<Source>;
  /** Looks for changes in folders and says what came of it. */
  rescan(sources: readonly Source[]): Promise<void>;
  /** Takes a source out of the library, and lets go of its folder. */
  remove(source: Source): Promise<void>;
  /** Looks all folders of the library through, and follows them from then on. */
  followAll(): Promise<void>;
  /** What is wrong with a source now, in a sentence. */
  troubleOf(source: SourceId): string | undefined;
  readonly onDidChangeTrouble: vscode.Event<void>;
  readonly disposable: vscode.Disposable;
}

const FILES: NewSource = { kind: 'files', uri: 'broadsheet:documents', title: 'Documents' };

export function registerDocuments({ library, extensionUri, guard, log, onAdded }: DocumentsParts): Documents {
  const store = createDisposableStore();
  const troubleChanged = store.add(new vscode.EventEmitter<void>());
  const troubles = new Map<SourceId, string>();

  const setTrouble = (source: SourceId, sentence: string | undefined): void => {
    if (troubles.get(source) === sentence) return;
    if (sentence === undefined) troubles.delete(source);
    else troubles.set(source, sentence);
    troubleChanged.fire();
  };

  const scans = createFolderScans({ library, log, onTrouble: setTrouble });
  const following = store.add(followFolders({ onChange: scans.take, onDoubt: scans.look }, guard));

  const letGo = async (source: SourceId): Promise<void> => {
    following.unfollow(source);
    troubles.delete(source);
    await scans.end(source);
  };
  /** A source can also leave by another window. */
  const letGoOfRemoved = async (): Promise<void> => {
    const listed = await library.sources();
    for (const { id, uri } of following.followed()) {
      if (!listed.some((source) => source.id === id && source.uri === uri)) await letGo(id);
    }
  };
  const stopListening = library.onDidChange((change: LibraryChange) => {
    if (change.kind !== 'sources' && change.kind !== 'elsewhere') return;
    if (following.followed().length > 0) void guard(letGoOfRemoved);
  });
  store.add({ dispose: stopListening });

  const addFolder = async (
    uri: vscode.Uri,
    token: vscode.CancellationToken,
    progress: Progress,
  ): Promise<ImportReport> => {
    const fault = await folderFault(uri);
    if (fault !== undefined) return refused(uri, fault, log);
    const source = await library.addSource({ kind: 'folder', uri: uri.toString(), title: titleOf(uri) });
    await onAdded(source);
    const report = await scans.scan(source, token, progress);
    following.follow(source);
    return report;
  };

  const addFiles = async (
    uris: readonly vscode.Uri[],
    token: vscode.CancellationToken,
    progress: Progress,
  ): Promise<ImportReport> => {
    const source = await library.addSource(FILES);
    const files = uris.map((uri): DocumentFile => ({ uri, path: uri.toString() }));
    const report = await importFiles(library, source.id, { files, known: new Map(), token, progress });
    for (const { sentence, where } of report.problems) log.warn(`${sentence} (${where})`);
    if (report.added + report.updated + report.unchanged > 0) await onAdded(source);
    else if (source.total === 0) await library.removeSource(source.id);
    return report;
  };

  return {
    async add(given) {
      const uris = given ?? (await pickDocuments());
      if (uris === undefined || uris.length === 0) return;
      const { folders, files } = await partByKind(uris);
      const reports = await withProgress(localize('Adding documents'), async (progress, token) => {
        const done: ImportReport[] = [];
        if (files.length > 0) done.push(await addFiles(files, token, progress));
        for (const folder of folders) {
          if (!token.isCancellationRequested) done.push(await addFolder(folder, token, progress));
        }
        return done;
      });
      void summarize(reports, log);
    },
    async addSample() {
      const source = await library.addSource(SAMPLE);
      const { token } = new vscode.CancellationTokenSource();
      const files = await sampleFiles(extensionUri);
      await importFiles(library, source.id, { files, known: new Map(), token, progress: undefined });
      await onAdded(source);
      return source;
    },
    async rescan(sources) {
      const reports = await withProgress(localize('Looking for changes'), async (progress, token) => {
        const done: ImportReport[] = [];
        for (const source of sources) {
          if (!token.isCancellationRequested) done.push(await scans.scan(source, token, progress));
          following.follow(source);
        }
        return done;
      });
      void summarize(reports, log);
    },
    async remove(source) {
      await letGo(source.id);
      await library.removeSource(source.id);
    },
    async followAll() {
      for (const source of await library.sources()) {
        if (source.kind !== 'folder') continue;
        following.follow(source);
        // What fails with one folder must not hold up the others.
        await guard(() => scans.look(source));
      }
    },
    troubleOf: (source) => troubles.get(source),
    onDidChangeTrouble: troubleChanged.event,
    disposable: store,
  };
}

function withProgress<T>(
  title: string,
  work: (progress: Progress, token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, work);
}

/** A folder's name; the root of a drive has none, and is called by its path. */
function titleOf(folder: vscode.Uri): string {
  const name = folder.path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  return name === '' ? folder.fsPath : name;
}

/** What comes of a new folder that cannot be read: a problem, and no source. */
function refused(folder: vscode.Uri, reason: string, log: Log): ImportReport {
  const where = folder.fsPath;
  const sentence = localize('The folder “{0}” was not added: {1}.', titleOf(folder), reason);
  log.warn(`${sentence} (${where})`);
  return { ...NOTHING, problems: [{ kind: 'unreadable', outcome: 'skipped', where, sentence }] };
}

async function partByKind(
  uris: readonly vscode.Uri[],
): Promise<{ readonly folders: readonly vscode.Uri[]; readonly files: readonly vscode.Uri[] }> {
  const folders: vscode.Uri[] = [];
  const files: vscode.Uri[] = [];
  for (const uri of uris) {
    ((await isFolder(uri)) ? folders : files).push(uri);
  }
  return { folders, files };
}

/** What cannot be looked at counts as a file, so that reading it says what is wrong with it. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

// Documents on disk: adds files and folders, follows folders, and says what went wrong with them.

import * as vscode from 'vscode';
import type { SourceId } from '../../core/model/ids.ts';
import type { Problem } from '../../core/model/problem.ts';
import type { NewSource, Source } from '../../core/model/source.ts';
import { UserError } from '../../core/model/userError.ts';
import type { ObservableLibrary } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import { createDisposableStore } from '../disposables.ts';
import type { Log } from '../log.ts';
import { followFolders } from './followFolders.ts';
import { importFiles, type ImportReport } from './importFiles.ts';
import { pickDocuments } from './pickDocuments.ts';
import { findDocuments, type DocumentFile } from './readDocuments.ts';
import { SAMPLE, sampleFiles } from './sample.ts';
import { summarize } from './summarize.ts';

export interface DocumentsParts {
  readonly library: ObservableLibrary;
  readonly extensionUri: vscode.Uri;
  readonly guard: Guard;
  readonly log: Log;
  /** Called when a source has got its items, to show it. */
  readonly onAdded: (source: Source) => Promise<void>;
}

export interface Documents {
  /** Adds files and folders; asks for them where none are given. */
  add(uris: readonly vscode.Uri[] | undefined): Promise<void>;
  /** Adds the sample edition. */
  addSample(): Promise<Source>;
  /** Looks for changes in a folder. */
  rescan(source: Source): Promise<void>;
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
  const note = (problems: readonly Problem[]): void => {
    for (const { sentence, where } of problems) log.warn(`${sentence} (${where})`);
  };

  /** Takes in what changed in a folder since last time, without a word where nothing did. */
  const scan = async (
    source: Source,
    token: vscode.CancellationToken,
    progress?: Progress,
  ): Promise<ImportReport> => {
    const folder = vscode.Uri.parse(source.uri);
    const files = await foundIn(folder, token);
    if (files === undefined) {
      setTrouble(source.id, `The folder “${source.title}” is not there any more. Its headlines are kept.`);
      throw new UserError(
        `The folder ${folder.fsPath} cannot be read. Its headlines are kept; add it again when it is back.`,
      );
    }
    setTrouble(source.id, undefined);
    const known = new Map((await library.knownFiles(source.id)).map((file) => [file.path, file]));
    const report = await importFiles(library, source.id, { files, known, token, progress });
    note(report.problems);
    return report;
  };

  /** Where nobody waits for an answer: the sidebar shows a folder that is gone, a notification would only annoy. */
  const scanQuietly = async (source: Source): Promise<void> => {
    try {
      await scan(source, new vscode.CancellationTokenSource().token);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      log.warn(error.message);
    }
  };

  const following = store.add(
    followFolders(
      {
        async onChange(source, files) {
          const { token } = new vscode.CancellationTokenSource();
          note(
            (await importFiles(library, source.id, { files, known: new Map(), token, progress: undefined }))
              .problems,
          );
        },
        onDoubt: scanQuietly,
      },
      guard,
    ),
  );

  const addFolder = async (
    uri: vscode.Uri,
    token: vscode.CancellationToken,
    progress: Progress,
  ): Promise<ImportReport> => {
    const title = decodeURIComponent(uri.path.replace(/\/$/, '').split('/').at(-1) ?? uri.path);
    const source = await library.addSource({ kind: 'folder', uri: uri.toString(), title });
    following.follow(source);
    await onAdded(source);
    return scan(source, token, progress);
  };

  const addFiles = async (
    uris: readonly vscode.Uri[],
    token: vscode.CancellationToken,
    progress: Progress,
  ): Promise<ImportReport> => {
    const source = await library.addSource(FILES);
    const files = uris.map((uri): DocumentFile => ({ uri, path: uri.toString() }));
    const report = await importFiles(library, source.id, { files, known: new Map(), token, progress });
    note(report.problems);
    if (report.added + report.updated + report.unchanged > 0) await onAdded(source);
    else if (source.total === 0) await library.removeSource(source.id);
    return report;
  };

  const add = async (given: readonly vscode.Uri[] | undefined): Promise<void> => {
    const uris = given ?? (await pickDocuments());
    if (uris === undefined || uris.length === 0) return;
    const { folders, files } = await partByKind(uris);
    const reports = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: 'Adding documents', cancellable: true },
      async (progress, token) => {
        const done: ImportReport[] = [];
        if (files.length > 0) done.push(await addFiles(files, token, progress));
        for (const folder of folders) done.push(await addFolder(folder, token, progress));
        return done;
      },
    );
    void summarize(reports, log);
  };

  const rescanAll = async (): Promise<void> => {
    for (const source of await library.sources()) {
      if (source.kind !== 'folder') continue;
      following.follow(source);
      await scanQuietly(source);
    }
  };
  void guard(rescanAll);

  return {
    add,
    async addSample() {
      const source = await library.addSource(SAMPLE);
      const { token } = new vscode.CancellationTokenSource();
      const files = await sampleFiles(extensionUri);
      await importFiles(library, source.id, { files, known: new Map(), token, progress: undefined });
      await onAdded(source);
      return source;
    },
    async rescan(source) {
      const location = { viewId: 'broadsheet.headlines' };
      const report = await vscode.window.withProgress({ location }, (_, token) => scan(source, token));
      void summarize([report], log);
    },
    troubleOf: (source) => troubles.get(source),
    onDidChangeTrouble: troubleChanged.event,
    disposable: store,
  };
}

export type Progress = vscode.Progress<{ message?: string; increment?: number }>;

async function foundIn(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<DocumentFile[] | undefined> {
  try {
    return await findDocuments(folder, token);
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
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

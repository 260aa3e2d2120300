// Where the notes of the workspace cite what, known without reading them all again.

import * as vscode from 'vscode';
import { findQuotations } from '../../../core/cite/find/findQuotations.ts';
import { NOTE_ENDINGS, noteLanguageOfFile } from '../../../core/cite/noteLanguage.ts';
import { coalesce } from '../../coalesce.ts';
import { createDisposableStore } from '../../disposables.ts';
import { createSequence } from '../../../core/inSequence.ts';
import { noteLanguageOf, positionsIn } from '../noteDocument.ts';
import { readNoteFile } from '../readNoteFile.ts';
import { workspaceNotes } from '../workspaceNotes.ts';
import { rangesOfKey } from './references.ts';

/** A citation in a note. */
export interface CitingPlace {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
  /** The line that it stands in. */
  readonly line: string;
}

export interface CitingPlaces extends vscode.Disposable {
  /** Gives where any of these keys is cited, note by note; reads the notes the first time, and later what changed. */
  of(keys: readonly string[]): Promise<readonly CitingPlace[]>;
  /** Fires when a note changed. */
  readonly onDidChange: vscode.Event<void>;
}

/** Milliseconds between two notices while a note is written. */
const INTERVAL = 1000;

type PlacesByKey = ReadonlyMap<string, readonly CitingPlace[]>;

export function createCitingPlaces(): CitingPlaces {
  const store = createDisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  /** Whoever listens asks again, for which a note is read whole: too much for every letter that is typed. */
  const tell = store.add(coalesce(() => changed.fire(), INTERVAL));
  const notes = new Map<string, PlacesByKey>();
  /** Addresses of notes that are to be read. */
  const unread = new Set<string>();
  let isFollowing = false;
  let listed: Promise<void> | undefined;
  const inSequence = createSequence();

  const follow = (): void => {
    if (isFollowing) return;
    isFollowing = true;
    const endings = NOTE_ENDINGS.flatMap((ending) => [ending, ending.toUpperCase()]);
    const watcher = store.add(vscode.workspace.createFileSystemWatcher(`**/*.{${endings.join(',')}}`));
    const touch = (uri: vscode.Uri): void => {
      unread.add(uri.toString());
      tell.request();
    };
    store.add(watcher.onDidCreate(touch));
    store.add(watcher.onDidChange(touch));
    store.add(
      watcher.onDidDelete((uri) => {
        for (const address of notes.keys())
          if (address === uri.toString() || address.startsWith(`${uri.toString()}/`)) notes.delete(address);
        tell.request();
      }),
    );
    store.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && noteLanguageOf(document) !== undefined) touch(document.uri);
      }),
    );
    // Other folders have other notes.
    store.add(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        listed = undefined;
        notes.clear();
        tell.request();
      }),
    );
  };
  const list = async (): Promise<void> => {
    const cancellation = new vscode.CancellationTokenSource();
    for (const uri of await workspaceNotes(cancellation.token)) unread.add(uri.toString());
  };
  const readChanged = async (): Promise<void> => {
    for (const address of [...unread]) {
      unread.delete(address);
      const reading = placesIn(vscode.Uri.parse(address));
      void reading.then(undefined, () => unread.add(address));
      const places = await reading;
      if (places.size > 0) notes.set(address, places);
      else notes.delete(address);
    }
  };

  return {
    async of(keys) {
      follow();
      // What failed once is tried again by whoever asks next.
      if (listed === undefined) {
        const listing = list();
        listed = listing;
        void listing.then(undefined, () => {
          if (listed === listing) listed = undefined;
        });
      }
      await listed;
      await inSequence(readChanged);
      return [...notes.values()].flatMap((places) => keys.flatMap((key) => places.get(key) ?? []));
    },
    onDidChange: changed.event,
    dispose: () => store.dispose(),
  };
}

async function placesIn(uri: vscode.Uri): Promise<PlacesByKey> {
  const places = new Map<string, readonly CitingPlace[]>();
  const read = await readNoteFile(uri);
  if (read.kind !== 'read') return places;
  const { text, document } = read;
  const language = document === undefined ? noteLanguageOfFile(uri.path) : noteLanguageOf(document);
  if (language === undefined) return places;
  const found = findQuotations(text, language);
  const positionAt = positionsIn(text);
  for (const key of new Set([...found.citations, ...found.quotations].map((cited) => cited.key))) {
    places.set(
      key,
      rangesOfKey(found, key).map(([start]) => {
        const position = positionAt(start);
        const from = start - position.character;
        return { uri, position, line: /[^\r\n]*/.exec(text.slice(from))?.[0].trim() ?? '' };
      }),
    );
  }
  return places;
}

// The versions of an article, compared in VS Code's own diff editor.

import * as vscode from 'vscode';
import type { Headline } from '../../core/model/item.ts';
import { UserError } from '../../core/model/userError.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import type { Library } from '../../library/library.ts';
import { VERSION_SCHEME } from '../../manifest.ts';
import type { Guard } from '../commands.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import { pickVersions, type VersionPair } from './pickVersions.ts';
import { versionDates } from './versionDate.ts';
import { versionText } from './versionText.ts';
import { versionPlace, versionUri } from './versionUri.ts';

export interface RevisionsParts {
  readonly library: Library;
  readonly guard: Guard;
}

export interface Revisions {
  /** Shows what differs between two versions of an article; asks which where there are more. */
  compare(item: Headline): Promise<void>;
  readonly disposable: vscode.Disposable;
}

/** Characters of a headline in the title of the editor, so that the dates behind it are seen. */
const TITLE_LENGTH = 40;
const GONE = localize('This version is no longer in the library.\n');

/** Registers the documents that the diff editor reads; what a version says never changes. */
export function registerRevisions({ library, guard }: RevisionsParts): Revisions {
  const documents = vscode.workspace.registerTextDocumentContentProvider(VERSION_SCHEME, {
    async provideTextDocumentContent(uri) {
      const place = versionPlace(uri);
      const revision = await guard(() => place && library.readRevision(place.itemId, place.ordinal));
      return revision === undefined ? GONE : versionText(revision);
    },
  });
  return {
    async compare(item) {
      const versions = await library.revisions(item.id);
      const [newest, before, ...more] = versions;
      if (newest === undefined || before === undefined)
        throw new UserError(localize('There is only one version of “{0}”.', item.headline));
      const pair =
        more.length === 0 ? ([before, newest] as const) : await pickVersions(item.headline, versions);
      if (pair === undefined) return;
      if (await saySame(library, item, pair)) {
        void vscode.window.showInformationMessage(
          plainMessage(
            localize('Both versions of “{0}” say the same; only pictures or links differ.', item.headline),
          ),
        );
      } else await openDiff(item, pair);
    },
    disposable: documents,
  };
}

async function openDiff(item: Headline, [older, newer]: VersionPair): Promise<void> {
  const [left, right] = [older, newer].map((version) =>
    versionUri({ itemId: item.id, ordinal: version.ordinal }, version.headline),
  );
  const dates = versionDates(older, newer, vscode.env.language);
  const title = `${cutAtWord(item.headline, TITLE_LENGTH)} (${dates})`;
  await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
}

async function saySame(library: Library, { id }: Headline, pair: VersionPair): Promise<boolean> {
  const [one, other] = await Promise.all(pair.map(({ ordinal }) => library.readRevision(id, ordinal)));
  return one !== undefined && other !== undefined && versionText(one) === versionText(other);
}

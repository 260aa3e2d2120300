// The way from an article to the notes that cite it.

import * as vscode from 'vscode';
import { localize } from '../../localize.ts';
import { plainLabel } from '../../plainText.ts';
import type { CitingPlace } from './citingPlaces.ts';

/** Opens a note where it cites the article; the person picks where there are several places. */
export async function showCitingPlaces(places: readonly CitingPlace[]): Promise<void> {
  const rows = places.map((place) => ({
    label: `$(note) ${plainLabel(vscode.workspace.asRelativePath(place.uri))}`,
    description: localize('line {0}', place.position.line + 1),
    detail: plainLabel(place.line),
    place,
  }));
  const chosen =
    rows.length < 2
      ? rows[0]
      : await vscode.window.showQuickPick(rows, { title: localize('Notes That Cite This Article') });
  if (chosen === undefined) return;
  const { uri, position } = chosen.place;
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(position, position) });
}

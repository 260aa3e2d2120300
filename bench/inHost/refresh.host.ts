// Runs inside the extension host: reads the feeds by the person's own commands and watches its event loop.

import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { watch, type Held } from '../measures/watch.ts';
import { startFeedServer } from '../refresh/feedServer.ts';
import { ROUNDS } from '../refresh/rounds.ts';

/** Leaves `turns.json` beside this bundle: for each of the rounds what it held. */
export async function run(): Promise<void> {
  const server = await startFeedServer(join(__dirname, 'serverThread.cjs'), 1000);
  const list = join(__dirname, 'feeds.opml');
  const outlines = server.urls.map((url) => `<outline type="rss" text="${url}" xmlUrl="${url}"/>`);
  writeFileSync(list, `<opml version="2.0"><body>${outlines.join('\n')}</body></opml>`);
  await vscode.commands.executeCommand('broadsheet.importFeeds', vscode.Uri.file(list));
  const held: Held[][] = [];
  for (const { times, changed } of ROUNDS) {
    const each: Held[] = [];
    for (let round = 0; round < times; round++) {
      if (changed > 0) await server.change(changed);
      each.push(await watch(async () => vscode.commands.executeCommand('broadsheet.refresh')));
    }
    held.push(each);
  }
  await server.stop();
  const unfinished = join(__dirname, 'turns.unfinished');
  writeFileSync(unfinished, JSON.stringify(held));
  renameSync(unfinished, join(__dirname, 'turns.json'));
}

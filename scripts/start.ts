// `npm start`: Broadsheet with its sample edition in a VS Code to try it in.
// `npm start -- --check`: the same without a person, to see that headlines show.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../esbuild.mjs';
import { openWorkbench } from '../test/ui/workbench.ts';
import type { TreeRow } from '../test/ui/workbench.ts';
import { Advice, runProgram } from './advice.ts';
import { desktopVSCode, openDesktop } from './desktopHost.ts';
import { cache, openSampleExtension, repository } from './paths.ts';
import { startServerHost } from './serverHost.ts';

await runProgram(async () => {
  console.log('Building …');
  await build({ minify: false });
  if (process.argv.includes('--check')) await check();
  else await start();
});

async function start(): Promise<void> {
  const folder = notesFolder(join(cache, 'start/notes'));
  const desktop = desktopVSCode();
  if ('executable' in desktop) {
    console.log(`Opening Broadsheet in ${desktop.executable} …`);
    await openDesktop(desktop.executable, folder, [repository, openSampleExtension]);
    return;
  }
  console.log(`${desktop.reason}; using VS Code in a browser.`);
  const host = await startServerHost({
    userDataFolder: join(cache, 'start/server'),
    installed: openSampleExtension,
  });
  console.log(
    `Open this address in a browser:\n\n  ${host.windowAddress({ folder, extension: repository })}\n`,
  );
  console.log('Broadsheet stays there until Ctrl+C.');
  await new Promise(() => undefined);
}

async function check(): Promise<void> {
  const scratch = join(cache, 'check');
  rmSync(scratch, { recursive: true, force: true });
  const folder = notesFolder(join(scratch, 'notes'));
  console.log('Starting VS Code in a browser …');
  const host = await startServerHost({
    userDataFolder: join(scratch, 'server'),
    installed: openSampleExtension,
  });
  const workbench = await openWorkbench(host.windowAddress({ folder, extension: repository }));
  try {
    const listed = (shown: readonly TreeRow[]): boolean => headlines(shown).length > 1;
    const rows = await workbench.waitFor('the sample edition', workbench.treeRows, listed, 120_000);
    for (const row of rows) console.log(`${'  '.repeat(row.level)}${row.text}`);
    console.log(`${headlines(rows).length} headlines show in the sidebar.`);
  } catch (error) {
    const picture = await workbench.shot('check');
    throw new Advice(`No headlines show in the sidebar; ${picture} shows what does. ${String(error)}`);
  } finally {
    await workbench.close();
    await host.close();
  }
}

function headlines(rows: readonly TreeRow[]): readonly TreeRow[] {
  return rows.filter((row) => row.level > 1);
}

/** A folder with a note to quote into, kept as it is where it exists. */
function notesFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const note = '# Notes\n\nOpen an article in Broadsheet, select a sentence, and quote it here:\n\n';
  const path = join(folder, 'notes.md');
  if (!existsSync(path)) writeFileSync(path, note);
  return folder;
}

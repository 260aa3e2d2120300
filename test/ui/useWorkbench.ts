// One workbench for a suite of UI tests: its server, its folder and its window,
// and a picture named after each test that fails.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache, repository } from '../../scripts/paths.ts';
import { installExtension } from '../../scripts/serverHost.ts';
import { openWindow } from './windows.ts';
import type { Workbench } from './workbench.ts';

export interface WorkbenchOptions {
  /** The files of the workspace folder by their relative path. */
  readonly files?: Readonly<Record<string, string>>;
  /** User settings: `{ 'workbench.colorTheme': 'Default Light Modern' }`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Makes a packaged extension to be installed instead of running the one under development. */
  readonly vsix?: () => Promise<string>;
  /** BCP 47 tag of the display language, English where it is not given. */
  readonly language?: string;
}

/** A workbench with its workspace folder. */
export interface FolderWorkbench extends Workbench {
  /** The absolute path of a file or folder in the workspace folder. */
  readonly pathOf: (path: string) => string;
}

/**
 * Gives every test of the enclosing suite the same workbench in a clean profile.
 * Called in a suite's body: `const workbench = useWorkbench(); test(…, async () => workbench().openView())`.
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => FolderWorkbench {
  let workbench: FolderWorkbench | undefined;

  suiteSetup(async function () {
    this.timeout(300_000);
    const scratch = join(cache, 'ui', slug(this.test?.parent?.fullTitle() ?? 'suite'));
    rmSync(scratch, { recursive: true, force: true });
    const folder = writeFolder(join(scratch, 'folder'), options.files ?? {});
    const userDataFolder = join(scratch, 'user');
    if (options.vsix !== undefined) await installExtension(await options.vsix(), userDataFolder);
    const { settings = {}, language } = options;
    const window = options.vsix === undefined ? { folder, extension: repository } : { folder };
    workbench = {
      ...(await openWindow(
        { userDataFolder, settings, ...(language === undefined ? {} : { language }) },
        window,
      )),
      pathOf: (path) => join(folder, path),
    };
  });

  teardown(async function () {
    if (this.currentTest?.state !== 'failed' || workbench === undefined) return;
    const picture = await workbench.shot(slug(this.currentTest.fullTitle()));
    const { err: failure } = this.currentTest;
    if (failure !== undefined) failure.message += `\n(What showed: ${picture})`;
  });

  suiteTeardown(async () => {
    await workbench?.close();
  });

  return () => {
    if (workbench === undefined) throw new Error('The workbench is there only while tests run.');
    return workbench;
  };
}

function writeFolder(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A title as a file name: "the sample: opens" becomes "the-sample-opens". */
function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

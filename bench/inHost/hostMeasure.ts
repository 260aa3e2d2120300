// Runs a measure inside a real extension host with a new profile.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { startServerHost } from '../../scripts/serverHost.ts';
import { openWorkbench } from '../../test/ui/workbench.ts';
import { benchCache, repository } from '../places.ts';

/** A measure that runs in the extension host. */
export interface HostMeasure {
  /** The scripts by their names without ending; `inHost` exports `run(): Promise<void>`. */
  readonly scripts: Readonly<Record<'inHost', string>> & Readonly<Record<string, string>>;
  /** The file that it leaves beside its script when it has ended. */
  readonly result: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Milliseconds that it may take. */
  readonly patience: number;
}

/** Bundles the scripts into a folder of the benchmark's cache; gives the function that runs them once. */
export async function prepareHostMeasure<T>(name: string, measure: HostMeasure): Promise<() => Promise<T>> {
  const scratch = join(benchCache, name);
  await bundle({
    absWorkingDir: repository,
    entryPoints: { ...measure.scripts },
    outdir: scratch,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return async () => {
    const result = join(scratch, measure.result);
    const [profile, folder] = [join(scratch, 'profile'), join(scratch, 'folder')];
    rmSync(result, { force: true });
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const host = await startServerHost({ userDataFolder: profile, settings: measure.settings ?? {} });
    const tests = join(scratch, 'inHost.cjs');
    const workbench = await openWorkbench(host.windowAddress({ folder, extension: repository, tests }));
    try {
      await workbench.waitFor(
        'the result',
        () => Promise.resolve(existsSync(result)),
        Boolean,
        measure.patience,
      );
      return JSON.parse(readFileSync(result, 'utf8')) as T;
    } finally {
      await workbench.close();
      await host.close();
    }
  };
}

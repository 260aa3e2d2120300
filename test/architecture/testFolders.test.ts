import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { TEST_FOLDERS } from '../../scripts/testFolders.ts';
import { repository } from './sourceFiles.ts';

test('every test is run by one phase of npm test', () => {
  const folders: readonly string[] = Object.values(TEST_FOLDERS).flat();
  const files = globSync('test/**/*.test.ts', { cwd: repository });
  assert.ok(files.length > 100);
  assert.deepEqual(
    files.filter((file) => folders.filter((folder) => file.startsWith(`${folder}/`)).length !== 1),
    [],
  );
  assert.deepEqual(
    folders.filter((folder) => !files.some((file) => file.startsWith(`${folder}/`))),
    [],
  );
});

// Nothing in the repository's text belongs to one machine or one network.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './sourceFiles.ts';

suite('repository', () => {
  test('its text names no absolute paths of a machine and no package registry', () => {
    const texts = filesUnder('').map((path) => [path, readFileSync(join(repository, path), 'utf8')] as const);
    assert.ok(texts.length > 0);
    assert.deepEqual(
      texts.flatMap(([path, text]) => placesIn(text).map((place) => `${path}: ${place}`)),
      [],
    );
  });

  // Put together here, so that this file passes its own test.
  const cases = [
    ['see https://example.org/work/today', []],
    [['cd ', 'work', 'broadsheet'].join('/'), ['/work']],
    [['"', 'root', '.npmrc"'].join('/'), ['/root']],
    [['"https:', '', 'registry.example.org'].join('/'), [['', '', 'registry.'].join('/')]],
  ] as const;
  for (const [text, expected] of cases) test(text, () => assert.deepEqual(placesIn(text), expected));
});

/** What in a text belongs to a machine or a registry. */
function placesIn(text: string): readonly string[] {
  const binary = text.includes('\0');
  return binary
    ? []
    : (text.match(/(?<![\w./-])\/(?:work|root|home|Users)(?=\/\w|\/\.)|\/\/registry\./g) ?? []);
}

/** Every file that may be committed, relative to the repository. */
function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (ignored.has(path) || entry.name === 'node_modules' || path.endsWith('.vsix')) return [];
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const ignored = new Set([
  '.git',
  ...readFileSync(join(repository, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => join(line.trim().replace(/\/$/, ''))),
]);

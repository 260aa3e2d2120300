// Every text of package.json is there in every language, and says the same.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixedParts, keysIn, textsOf } from './manifestTexts.ts';
import { repository } from './sourceFiles.ts';

/** What people read in package.json; names of VS Code's icons, keys and commands are none of these. */
const READ = ['title', 'description', 'markdownDescription', 'deprecationMessage', 'contents', 'name'];

suite('The texts of package.json', () => {
  const manifest = readFileSync(join(repository, 'package.json'), 'utf8');
  const english = textsOf('package.nls.json');
  const german = textsOf('package.nls.de.json');

  test('are there in English, and none is left over', () => {
    assert.deepEqual(Object.keys(english), [...new Set(keysIn(manifest))]);
  });

  test('are there in German, and none is left over', () => {
    assert.deepEqual(Object.keys(german), Object.keys(english));
  });

  test('keep placeholders, code and commands in German', () => {
    for (const [key, text] of Object.entries(english))
      assert.deepEqual(fixedParts(german[key] ?? ''), fixedParts(text), key);
  });

  test('are translated, none taken over as it stands', () => {
    const same = Object.entries(english).filter(([key, text]) => german[key] === text);
    assert.deepEqual(same, []);
  });

  test('are all named by a key, but for the name of the extension', () => {
    const { contributes } = JSON.parse(manifest) as { readonly contributes: unknown };
    const literal: string[] = [];
    JSON.stringify(contributes, (key, value: unknown) => {
      if (READ.includes(key) && typeof value === 'string' && !value.startsWith('%')) literal.push(value);
      return value;
    });
    assert.deepEqual([...new Set(literal)], ['Broadsheet']);
  });
});

import assert from 'node:assert/strict';
import type { SourceId } from '../../../src/core/model/ids.ts';
import { createPasswords } from '../../../src/host/refresh/passwords.ts';
import { memorySecrets } from './memorySecrets.ts';

suite('Passwords of feeds', () => {
  const [one, two] = [1, 2] as SourceId[] as [SourceId, SourceId];

  test('belong to a feed at an origin, and to no other', async () => {
    const passwords = createPasswords(memorySecrets());
    await passwords.keep(one, 'https://example.org/feed', 'Bearer a');
    await passwords.keep(two, 'https://example.org/other', 'Bearer b');
    const authorizationOf = await passwords.read();
    assert.equal(authorizationOf(one, 'https://example.org/moved'), 'Bearer a');
    assert.equal(authorizationOf(two, 'https://example.org/other'), 'Bearer b');
    assert.equal(authorizationOf(one, 'https://example.com/feed'), undefined);
    assert.equal(authorizationOf(one, 'http://example.org/feed'), undefined);
  });

  test('are all kept where several come at once', async () => {
    const passwords = createPasswords(memorySecrets());
    await Promise.all([
      passwords.keep(one, 'https://example.org/feed', 'Bearer a'),
      passwords.move(one, 'https://example.org/feed', 'https://example.com/feed'),
      passwords.keep(two, 'https://example.org/other', 'Bearer b'),
      passwords.forget(3 as SourceId),
    ]);
    const authorizationOf = await passwords.read();
    assert.equal(authorizationOf(one, 'https://example.com/feed'), 'Bearer a');
    assert.equal(authorizationOf(two, 'https://example.org/other'), 'Bearer b');
  });

  test('go with a feed that moved, and leave with one that is removed', async () => {
    const secrets = memorySecrets();
    const passwords = createPasswords(secrets);
    await passwords.keep(one, 'http://example.org/feed', 'Bearer a');
    await passwords.move(two, 'http://example.org/feed', 'https://example.org/feed');
    await passwords.move(one, 'http://example.org/feed', 'https://example.org/feed');
    const authorizationOf = await passwords.read();
    assert.equal(authorizationOf(one, 'https://example.org/feed'), 'Bearer a');
    assert.equal(authorizationOf(two, 'https://example.org/feed'), undefined);
    await passwords.forget(one);
    assert.equal((await passwords.read())(one, 'https://example.org/feed'), undefined);
    assert.deepEqual(secrets.all(), []);
  });
});

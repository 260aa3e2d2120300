import assert from 'node:assert/strict';
import { createGroupCommit } from '../../src/library/groupCommit.ts';
import { inTransaction } from '../../src/library/store/database.ts';
import { openNodeDatabase } from '../../src/library/store/database.node.ts';

suite('Work that arrives together', () => {
  test('shares a transaction, and fails alone', async () => {
    const database = openNodeDatabase(':memory:');
    database.exec('CREATE TABLE note (name TEXT PRIMARY KEY) STRICT');
    let transactions = 0;
    const together = createGroupCommit((work) => {
      transactions++;
      inTransaction(database, work);
    });
    const add = (name: string): Promise<number> =>
      together(() => database.prepare('INSERT INTO note (name) VALUES (?)').run(name).changes);

    assert.deepEqual(await Promise.all([add('one'), add('two'), add('three')]), [1, 1, 1]);
    assert.equal(transactions, 1);

    const settled = await Promise.allSettled([add('four'), add('one'), add('five')]);
    assert.deepEqual(
      settled.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    const names = database.prepare('SELECT name FROM note ORDER BY name').all();
    assert.deepEqual(
      names.map(({ name }) => name),
      ['five', 'four', 'one', 'three', 'two'],
    );
  });
});

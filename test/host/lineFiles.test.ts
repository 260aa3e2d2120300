import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../src/core/model/userError.ts';
import { lineFiles } from '../../src/host/library/lineFiles.node.ts';
import { fileUri } from './host.node.ts';

suite('Files of lines', () => {
  let folder: string;
  setup(() => (folder = mkdtempSync(join(tmpdir(), 'broadsheet-lines-'))));
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  const readAll = async (path: string): Promise<{ lines: string[]; firstLines: number[] }> => {
    const lines: string[] = [];
    const firstLines: number[] = [];
    for await (const parcel of lineFiles.read(fileUri(path))) {
      lines.push(...parcel.lines);
      firstLines.push(parcel.firstLine);
    }
    return { lines, firstLines };
  };

  test('give back what was written, in parcels', async function () {
    this.timeout(20_000);
    const path = join(folder, 'a.jsonl');
    const lines = [
      ...Array.from({ length: 1200 }, (_, index) => `${index} ${'渔é\u{1f41f}\u2028'.repeat(index % 90)}`),
      'x'.repeat(3_000_000),
      '{"last":true}',
    ];
    const writer = await lineFiles.create(fileUri(path));
    await writer.write(lines.slice(0, 700));
    assert.ok(!existsSync(path));
    await writer.write([]);
    await writer.write(lines.slice(700));
    await writer.finish();
    const read = await readAll(path);
    assert.deepEqual(read.lines, lines);
    assert.deepEqual(read.firstLines.slice(0, 2), [1, 501]);
    assert.deepEqual(await lineFiles.ends(fileUri(path)), { first: lines[0], last: '{"last":true}' });
    assert.deepEqual(readdirSync(folder), ['a.jsonl']);
  });

  test('leave out a line that was cut off', async () => {
    const path = join(folder, 'a.jsonl');
    writeFileSync(path, 'one\ntwo\nthr');
    assert.deepEqual((await readAll(path)).lines, ['one', 'two']);
    assert.deepEqual(await lineFiles.ends(fileUri(path)), { first: 'one', last: 'thr' });
    writeFileSync(path, '');
    assert.deepEqual((await readAll(path)).lines, []);
    assert.deepEqual(await lineFiles.ends(fileUri(path)), { first: '', last: '' });
  });

  test('leave the old file and nothing else where writing was given up', async () => {
    const path = join(folder, 'a.jsonl');
    writeFileSync(path, 'old\n');
    const writer = await lineFiles.create(fileUri(path));
    await writer.write(['new']);
    await writer.abandon();
    assert.deepEqual(readdirSync(folder), ['a.jsonl']);
    assert.equal(readFileSync(path, 'utf8'), 'old\n');
  });

  test('say which file failed and why', async () => {
    const missing = join(folder, 'missing', 'a.jsonl');
    const says = (sentence: RegExp) => (error: Error) =>
      error instanceof UserError && sentence.test(error.message);
    await assert.rejects(
      lineFiles.create(fileUri(missing)),
      says(/^a\.jsonl could not be written: it is not there\.$/),
    );
    await assert.rejects(readAll(missing), says(/^a\.jsonl could not be read: it is not there\.$/));
    await assert.rejects(lineFiles.ends(fileUri(folder)), says(/could not be read: it is a folder\.$/));
  });
});

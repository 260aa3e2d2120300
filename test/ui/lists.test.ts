// The lists of the sidebar: those across all sources, groups and orders, and that nothing moves under the cursor.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { addFolder } from './addFolder.ts';
import { useWorkbench } from './useWorkbench.ts';
import type { TreeRow } from './workbench.ts';

const DAY = 24 * 3600_000;
const NOON = new Date().setHours(12, 0, 0, 0);

/** A document that was published so many days ago. */
function report(title: string, daysAgo: number, outlet: string, section: string, body = 'Body.'): string {
  const date = new Date(NOON - daysAgo * DAY - DAY / 4).toISOString();
  return `---\ntitle: ${title}\ndate: ${date}\nsource: ${outlet}\nsection: ${section}\n---\n\n${body}\n`;
}

const AGENCY = Array.from(
  { length: 40 },
  (_, index) => `The harbour master counted ship number ${index} at the new quay before noon.`,
).join(' ');

const FILES = {
  'news/a.md': report('Ferries sail again after the long repairs', 0, 'The Ellery Gazette', 'World', AGENCY),
  'news/b.md': report(
    'Harbour counts its ships once more',
    0,
    'Northern Post',
    'World',
    `${AGENCY} So it was.`,
  ),
  'news/c.md': report('Bakers ask for cheaper flour before the feast', 1, 'Northern Post', 'Business'),
  'news/d.md': report('Museum finds letters of a captain in a wall', 40, 'The Ellery Gazette', 'Arts'),
  'news/e.md': report('Council delays its vote on harbour fees', 75, 'The Ellery Gazette', 'Business'),
};

/** The rows from one at the top to the next. */
function beneath(rows: readonly TreeRow[], label: string): readonly TreeRow[] {
  const first = rows.findIndex((row) => row.level === 1 && row.label === label);
  const rest = rows.slice(first + 1);
  const end = rest.findIndex(({ level }) => level === 1);
  return first < 0 ? [] : rest.slice(0, end < 0 ? undefined : end);
}

suite('lists', () => {
  const workbench = useWorkbench({ files: FILES });
  const waitForAll = (
    what: string,
    wanted: (rows: readonly TreeRow[]) => boolean,
  ): Promise<readonly TreeRow[]> => workbench().waitFor(what, workbench().allRows, wanted);
  const top = (rows: readonly TreeRow[], label: string): TreeRow | undefined =>
    rows.find((row) => row.level === 1 && row.label === label);

  test('stand at the top with what they count', async () => {
    await workbench().openView();
    await addFolder(workbench(), workbench().pathOf('news'));
    const rows = await waitForAll('five headlines', (shown) =>
      [top(shown, 'All Unread'), top(shown, 'news')].every((row) => row?.description === '5'),
    );
    assert.deepEqual(
      rows.filter(({ level }) => level === 1).map(({ text, expanded }) => [text, expanded]),
      [
        ['All Unread 5', false],
        ['Today 2', false],
        ['Starred', false],
        ['Read Later', false],
        ['Cited', false],
        ['news 5', true],
      ],
    );
    assert.equal(top(rows, 'Starred')?.spoken, 'Starred, 0 headlines');
    await workbench().shot('lists');
  });

  test('say that they have nothing', async () => {
    await workbench().clickRow('Cited');
    const rows = await waitForAll('the sentence', (shown) => beneath(shown, 'Cited').length === 1);
    assert.equal(beneath(rows, 'Cited')[0]?.spoken, 'Nothing cited or quoted in a note');
    await workbench().shot('lists-empty');
    await workbench().clickRow('Cited');
  });

  test('keep what is read among the unread until they are folded', async () => {
    await workbench().clickRow('All Unread');
    await waitForAll('the unread ones', (shown) => beneath(shown, 'All Unread').length === 5);
    await workbench().clickRow('Bakers ask for cheaper flour');
    const rows = await waitForAll('one read', (shown) => top(shown, 'All Unread')?.description === '4');
    const stayed = beneath(rows, 'All Unread');
    assert.equal(stayed.length, 5);
    assert.ok(stayed[2]?.spoken.startsWith('Bakers ask'), stayed[2]?.spoken);
    await workbench().shot('lists-read-stays');
    await workbench().clickRow('All Unread');
    await waitForAll('the fold', (shown) => beneath(shown, 'All Unread').length === 0);
    await workbench().clickRow('All Unread');
    const again = await waitForAll('four', (shown) => beneath(shown, 'All Unread').length === 4);
    assert.ok(!beneath(again, 'All Unread').some(({ label }) => label.startsWith('Bakers')));
    await workbench().clickRow('All Unread');
  });

  test('take in what is kept for later, and let it go by command', async () => {
    await workbench().chooseInMenu('Museum finds letters', 'Read Later');
    await waitForAll('one for later', (shown) => top(shown, 'Read Later')?.description === '1');
    await workbench().clickRow('Read Later');
    await waitForAll('the headline', (shown) => beneath(shown, 'Read Later').length === 1);
    await workbench().clickRow('Museum finds letters');
    const rows = await waitForAll('three unread', (shown) => top(shown, 'All Unread')?.description === '3');
    assert.equal(beneath(rows, 'Read Later')[0]?.label, 'Museum finds letters of a captain in a wall');
    await workbench().shot('lists-later');
    await workbench().chooseInMenu('Museum finds letters', 'Remove from Read Later');
    await waitForAll('none', (shown) => beneath(shown, 'Read Later')[0]?.spoken === 'Nothing kept for later');
    await workbench().clickRow('Read Later');
  });

  test('are grouped by date, section and source', async () => {
    await workbench().runAndChoose('Group Headlines By…', 'Date');
    const dates = await workbench().waitForRows('dates', (shown) =>
      shown.some(({ label }) => label === 'Today'),
    );
    assert.deepEqual(
      dates
        .filter(({ level }) => level === 2)
        .map(({ label }) => label)
        .slice(0, 2),
      ['Today', 'Yesterday'],
    );
    assert.equal(dates.filter(({ level }) => level === 2).length, 4);
    await workbench().shot('lists-by-date');
    await workbench().runAndChoose('Group Headlines By…', 'Section');
    const sections = await workbench().waitForRows('sections', (shown) =>
      shown.some(({ label }) => label === 'Arts'),
    );
    assert.deepEqual(
      sections.filter(({ level }) => level === 2).map(({ text }) => text),
      ['Arts', 'Business 1', 'World 2'],
    );
    await workbench().runAndChoose('Group Headlines By…', 'Source');
    await workbench().waitForRows('sources', (shown) => shown.some(({ label }) => label === 'Northern Post'));
    await workbench().runCommand('Group Headlines By…');
    await workbench().waitFor('the choices', workbench().quickPickRows, (rows) => rows.length === 5);
    await workbench().shot('lists-grouping');
    await workbench().page.keyboard.press('Escape');
  });

  test('show a story once, with those who tell it beneath', async () => {
    await workbench().runAndChoose('Group Headlines By…', 'Story');
    const rows = await workbench().waitForRows('the story', (shown) =>
      shown.some(({ description }) => description.startsWith('2 sources')),
    );
    const story = rows.find(({ description }) => description.startsWith('2 sources'));
    assert.equal(story?.expanded, false);
    assert.equal(rows.filter(({ level }) => level === 2).length, 4);
    await workbench().clickRow(story.label);
    await workbench().waitForRows('both', (shown) => shown.filter(({ level }) => level === 3).length === 2);
    await workbench().shot('lists-by-story');
    await workbench().runAndChoose('Group Headlines By…', 'None');
    await workbench().waitForRows(
      'no groups',
      (shown) => shown.length === 6 && shown.every(({ level }) => level < 3),
    );
  });

  test('are sorted', async () => {
    await workbench().runAndChoose('Sort Headlines…', 'Oldest First');
    await workbench().waitForRows(
      'the oldest first',
      (shown) => shown[1]?.label.startsWith('Council') === true,
    );
    await workbench().runAndChoose('Sort Headlines…', 'Unread First');
    const rows = await workbench().waitForRows(
      'the unread first',
      (shown) => shown[5]?.label.startsWith('Museum') === true,
    );
    assert.ok(rows[4]?.label.startsWith('Bakers'));
    await workbench().runAndChoose('Sort Headlines…', 'Newest First');
    await workbench().waitForRows(
      'the newest first',
      (shown) => shown[5]?.label.startsWith('Council') === true,
    );
  });

  test('leave out what is read where that is wanted', async () => {
    await workbench().runCommand('Show Unread Only');
    const rows = await workbench().waitForRows('three', (shown) => shown.length === 4);
    assert.ok(rows.slice(1).every(({ spoken }) => spoken.startsWith('Unread')));
    await workbench().shot('lists-unread-only');
    await workbench().runCommand('Show Read Headlines Too');
    await workbench().waitForRows('all', (shown) => shown.length === 6);
  });

  test('do not move what is selected when something arrives', async () => {
    await workbench().clickRow('Museum finds letters');
    const selected = workbench().page.locator('.part.sidebar .monaco-list-row.selected .label-name');
    await workbench().waitFor(
      'the selection',
      () => selected.allInnerTexts(),
      (labels) => labels.length === 1,
    );
    writeFileSync(
      workbench().pathOf('news/f.md'),
      report('Late edition tells of a storm', 0, 'Northern Post', 'World'),
    );
    await workbench().waitForRows('the new one', (shown) => shown.length === 7);
    assert.deepEqual(await selected.allInnerTexts(), ['Museum finds letters of a captain in a wall']);
    const focused = workbench().page.locator('.part.sidebar .monaco-list-row.focused .label-name');
    assert.deepEqual(await focused.allInnerTexts(), ['Museum finds letters of a captain in a wall']);
  });

  test('are found by typing, as in every tree', async () => {
    const { page } = workbench();
    // The tree takes the focus, which an article would have.
    await workbench().clickRow('Starred');
    await page.keyboard.press('Control+Alt+f');
    await page.locator('.part.sidebar .monaco-tree-type-filter').waitFor();
    await page.keyboard.type('captain');
    const focused = page.locator('.part.sidebar .monaco-list-row.focused .label-name');
    await workbench().waitFor(
      'the headline with the word',
      () => focused.allInnerTexts(),
      (labels) => labels[0]?.startsWith('Museum') === true,
    );
    await workbench().shot('lists-find');
    await page.keyboard.press('Escape');
    await workbench().clickRow('Starred');
  });

  test('are as they were after the window is loaded again', async () => {
    await workbench().runAndChoose('Group Headlines By…', 'Date');
    await workbench().waitForRows('dates', (shown) => shown.some(({ label }) => label === 'Yesterday'));
    await workbench().clickRow('Yesterday');
    await workbench().waitForRows('the fold', (shown) =>
      shown.some(({ label, expanded }) => label === 'Yesterday' && expanded === false),
    );
    await workbench().clickRow('All Unread');
    const before = await waitForAll('the unread', (shown) => beneath(shown, 'All Unread').length > 4);
    await workbench().page.waitForTimeout(1500);
    await workbench().page.reload();
    await workbench().page.locator('.monaco-workbench .part.statusbar').waitFor();
    await workbench().openView();
    const after = await waitForAll('the same rows', (shown) => shown.length === before.length);
    assert.deepEqual(
      after.map(({ label, expanded, level }) => [label, expanded, level]),
      before.map(({ label, expanded, level }) => [label, expanded, level]),
    );
    await workbench().shot('lists-reloaded');
  });
});

suite('compact lists', () => {
  const workbench = useWorkbench({
    settings: { 'broadsheet.sidebar.rows': 'compact' },
    files: {
      'news/a.md': report('Ferries sail again after the long repairs', 0, 'The Ellery Gazette', 'World'),
      'news/b.md': report('افتتاح الميناء بعد أحد عشر يوما من الإصلاحات', 0, 'صحيفة الميناء', 'أخبار'),
    },
  });

  test('have the headline alone, and tell the rest to whoever asks', async () => {
    await workbench().openView();
    await addFolder(workbench(), workbench().pathOf('news'));
    const rows = await workbench().waitForRows('two headlines', (shown) => shown.length === 3);
    assert.deepEqual(
      rows.slice(1).map(({ description }) => description),
      ['', ''],
    );
    assert.ok(rows.slice(1).every(({ spoken }) => /The Ellery Gazette|صحيفة الميناء/.test(spoken)));
    await workbench().clickRow('All Unread');
    await workbench().waitFor(
      'the list',
      workbench().allRows,
      (shown) => beneath(shown, 'All Unread').length === 2,
    );
    const { page } = workbench();
    await workbench().runCommand('Color Theme');
    await page.locator('.quick-input-widget:visible .quick-input-box input').fill('Light High Contrast');
    await workbench().waitFor(
      'the theme',
      workbench().quickPickRows,
      (shown) => shown[0]?.label === 'Light High Contrast',
    );
    await page.keyboard.press('Enter');
    await page.locator('.monaco-workbench.hc-light').waitFor();
    await workbench().shot('lists-compact');
  });
});

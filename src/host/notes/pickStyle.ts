// Lets the person pick a citation style, and shows what each makes of a reference.

import * as vscode from 'vscode';
import { BUNDLED_STYLES, bundledLocale, styleLocale } from '../../cite-style/bundledStyles.ts';
import type { CiteStyle } from '../../cite-style/citeStyle.ts';
import type { CslItem } from '../../core/cite/reference/cslItem.ts';
import { UserError } from '../../core/model/userError.ts';
import { localize } from '../localize.ts';
import { plainLabel } from '../plainText.ts';
import { readText } from './readText.ts';

export interface Style {
  /** The text of a CSL style and of the locale to write in. */
  readonly style: string;
  readonly locale: string;
}

export interface StyleParts {
  readonly citeStyle: CiteStyle;
  readonly extensionUri: vscode.Uri;
  /** Where the style that was picked last is remembered. */
  readonly memory: vscode.Memento;
}

interface StyleRow extends vscode.QuickPickItem {
  readonly id: string;
}

const LAST = 'notes.style';
const OTHER = 'other';
/** The licence of citeproc (CPAL-1.0, Exhibit B) asks to show it where it is used. */
const NOTICE =
  '(c) Frank Bennett — citeproc-js implements the Citation Style Language — https://citationstyles.org/';

/**
 * Gives the style that the person picks; undefined where they leave.
 *
 * @param sample What the previews show.
 * @throws UserError where a style of the person's own cannot be read.
 */
export async function pickStyle(
  parts: StyleParts,
  title: string,
  sample: CslItem,
): Promise<Style | undefined> {
  const id = await pickId(parts, title, sample);
  if (id === undefined) return undefined;
  const chosen = id === OTHER ? await askForFile() : id;
  if (chosen === undefined) return undefined;
  const style = await readStyle(parts.extensionUri, chosen);
  await parts.memory.update(LAST, chosen);
  return style;
}

async function pickId(
  { citeStyle, extensionUri, memory }: StyleParts,
  title: string,
  sample: CslItem,
): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<StyleRow>();
  let rows = styleRows(memory.get<string>(LAST));
  picker.title = title;
  picker.placeholder = localize('Pick a citation style');
  picker.matchOnDetail = true;
  picker.items = rows;
  const left = new AbortController();
  const isLeft = (): boolean => left.signal.aborted;
  const show = (id: string, detail: string): void => {
    const active = picker.activeItems[0]?.id;
    rows = rows.map((row) => (row.id === id ? { ...row, detail: plainLabel(detail) } : row));
    picker.items = rows;
    picker.activeItems = rows.filter((row) => row.id === active);
  };
  const chosen = new Promise<string | undefined>((resolve) => {
    picker.onDidAccept(() => resolve(picker.activeItems[0]?.id));
    picker.onDidHide(() => resolve(undefined));
  });
  picker.show();
  const previews = showPreviews();
  const id = await chosen;
  left.abort();
  picker.dispose();
  await previews;
  return id;

  /** One after the other, as each takes a processor for a while. */
  async function showPreviews(): Promise<void> {
    for (const { id: style } of rows.filter((row) => row.id !== OTHER && row.id !== '')) {
      if (isLeft()) return;
      try {
        const request = { ...(await readStyle(extensionUri, style)), items: [sample], keys: [sample.id] };
        const [written] = await citeStyle.formatReferences(
          { ...request, kind: 'bibliography', order: 'given' },
          left.signal,
        );
        if (!isLeft() && written !== undefined) show(style, written.text);
      } catch {
        // A style without a preview can still be picked, and says then what is wrong with it.
      }
    }
  }
}

function styleRows(last: string | undefined): readonly StyleRow[] {
  const bundled = BUNDLED_STYLES.map(({ id, title }): StyleRow => ({ id, label: title }));
  const isOwn = last !== undefined && !bundled.some(({ id }) => id === last);
  const own = isOwn ? [{ id: last, label: last.slice(last.lastIndexOf('/') + 1) }] : [];
  const rows = [...own, ...bundled].toSorted(
    (one, other) => Number(other.id === last) - Number(one.id === last),
  );
  return [
    ...rows,
    { id: OTHER, label: localize('Another style…'), description: localize('a file that ends in .csl') },
    { id: '', label: NOTICE, kind: vscode.QuickPickItemKind.Separator },
  ];
}

async function askForFile(): Promise<string | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: localize('Citation Style'),
      openLabel: localize('Use This Style'),
      filters: { [localize('Citation styles')]: ['csl'] },
    })) ?? [];
  return file?.toString();
}

/** @param id A bundled style's, or the URI of a file. */
async function readStyle(extensionUri: vscode.Uri, id: string): Promise<Style> {
  const isBundled = BUNDLED_STYLES.some((style) => style.id === id);
  const uri = isBundled
    ? vscode.Uri.joinPath(extensionUri, 'dist', 'styles', `${id}.csl`)
    : vscode.Uri.parse(id, true);
  const style = await textOf(uri);
  const tag = bundledLocale(styleLocale(style) ?? vscode.env.language);
  const locale = await textOf(vscode.Uri.joinPath(extensionUri, 'dist', 'locales', `locales-${tag}.xml`));
  return { style, locale };
}

async function textOf(uri: vscode.Uri): Promise<string> {
  const read = await readText(uri);
  if (read.kind === 'text') return read.text;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  throw new UserError(
    localize(
      '{0} cannot be read: {1}.',
      name,
      read.kind === 'missing' ? localize('it is not there any more') : read.reason,
    ),
  );
}

// Completion of citations by what one remembers of an article: its headline, its author, words of its text.

import * as vscode from 'vscode';
import { publishedIn } from '../../../core/cite/publishedIn.ts';
import type { ItemId } from '../../../core/model/ids.ts';
import type { Headline } from '../../../core/model/item.ts';
import { cutAtWord } from '../../../core/text/cutAtWord.ts';
import { longDate } from '../../../core/text/longDate.ts';
import type { Library } from '../../../library/library.ts';
import { plainMarkdown } from '../../plainText.ts';
import { noteLanguageOf } from '../noteDocument.ts';
import { keyBefore } from './keyBefore.ts';

/** Not in the palette: it is of no use without what was cited. */
export const CITED = 'broadsheet.citedByCompletion';

interface Offered {
  readonly item: Headline;
  /** Where the words were found. */
  readonly passage: string | undefined;
}

const MOST = 30;
/** In UTF-16 units. */
const HEADLINE = 70;
const PASSAGE = 200;

export function createCompletions(
  library: Pick<Library, 'search' | 'keyedItems' | 'headlines' | 'proposedKeys'>,
  isReady: () => boolean,
): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position, token) {
      const language = noteLanguageOf(document);
      if (language === undefined || !isReady()) return undefined;
      const line = document.lineAt(position.line).text.slice(0, position.character);
      const typed = keyBefore(line, language);
      if (typed === undefined) return undefined;
      const offered = await offer(library, typed.trim());
      if (token.isCancellationRequested) return undefined;
      const keys = await library.proposedKeys(offered.map(({ item }) => item.id));
      const range = new vscode.Range(position.translate(0, -typed.length), position);
      const items = offered.flatMap((each, index) => {
        const key = keys[index];
        return key === undefined ? [] : [completionOf(each, key, { range, typed, index, document })];
      });
      // The library ranks, so it is asked again with every letter.
      return new vscode.CompletionList(items, true);
    },
  };
}

/** Beginnings of keys, what a search finds, or, where nothing is typed, what was cited last and what is new. */
async function offer(
  library: Pick<Library, 'search' | 'keyedItems' | 'headlines'>,
  typed: string,
): Promise<readonly Offered[]> {
  const cited = await library.keyedItems(typed === '' ? MOST : 500);
  const byKey = cited.filter(({ citationKey }) => citationKey?.startsWith(typed.toLowerCase()) === true);
  const found: Offered[] = byKey.slice(0, MOST).map((item) => ({ item, passage: undefined }));
  if (typed === '') {
    const { headlines } = await library.headlines({ sourceId: undefined, after: undefined, limit: MOST });
    found.push(...headlines.map((item) => ({ item, passage: undefined })));
  } else {
    const { hits } = await library.search({
      query: typed,
      limit: MOST,
      typing: true,
      passageLength: PASSAGE,
    });
    found.push(...hits.map(({ item, passage }) => ({ item, passage: passage?.text })));
  }
  const once = new Map<ItemId, Offered>();
  for (const each of found) if (!once.has(each.item.id)) once.set(each.item.id, each);
  return [...once.values()].slice(0, MOST);
}

interface Place {
  readonly range: vscode.Range;
  readonly typed: string;
  readonly index: number;
  readonly document: vscode.TextDocument;
}

function completionOf(
  { item, passage }: Offered,
  key: string,
  { range, typed, index, document }: Place,
): vscode.CompletionItem {
  const date = item.published && longDate(item.published, vscode.env.language);
  const description = [publishedIn(item), date]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
  const completion = new vscode.CompletionItem(
    { label: cutAtWord(item.headline, HEADLINE), description },
    vscode.CompletionItemKind.Reference,
  );
  completion.insertText = key;
  completion.range = range;
  // What was found by words of the text need not have what was typed in its name.
  completion.filterText = typed === '' ? key : typed;
  completion.sortText = String(index).padStart(3, '0');
  completion.detail = [item.byline, key].filter((part) => part !== undefined).join(' · ');
  const text = passage ?? item.summary;
  if (text !== '') completion.documentation = new vscode.MarkdownString(plainMarkdown(text));
  completion.command = { command: CITED, title: '', arguments: [item.id, key, document.uri] };
  return completion;
}

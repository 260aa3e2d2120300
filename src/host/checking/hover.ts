// What is shown over a key or a quotation: whose words they are, and whether they are theirs.

import * as vscode from 'vscode';
import { passageInContext, type ContextPart } from '../../core/cite/passageInContext.ts';
import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Verdict } from '../../core/cite/check/verdict.ts';
import type { CheckedQuotation } from '../../core/model/citation.ts';
import type { Article } from '../../core/model/item.ts';
import { longDate } from '../../core/text/longDate.ts';
import type { Library } from '../../library/library.ts';
import { alterationText } from '../../core/cite/check/alterationText.ts';
import { denialText } from '../../core/cite/check/denialText.ts';
import { localize } from '../localize.ts';
import { plainMarkdown } from '../plainText.ts';
import { citedAt } from './checkedNote.ts';
import type { CheckedDocument } from './documentChecks.ts';
import { rangeAt } from './noteDocument.ts';
import { OPEN_PASSAGE, passageLink } from './passageCommand.ts';
import { passageIn } from './passageIn.ts';

export function createHover(
  library: Pick<Library, 'articlesByKey'>,
  check: (document: vscode.TextDocument) => Promise<CheckedDocument | undefined>,
): vscode.HoverProvider {
  return {
    async provideHover(document, position) {
      const note = await check(document);
      if (note?.version !== document.version) return undefined;
      const cited = citedAt(note, document.offsetAt(position));
      if (cited === undefined) return undefined;
      const { key, range, quoted } = cited;
      const [found] = await library.articlesByKey([key]);
      if (found === undefined) return undefined;
      return new vscode.Hover(
        contentOf(found.article, quoted?.quotation.words, quoted?.checked),
        rangeAt((at) => document.positionAt(at), range),
      );
    },
  };
}

function contentOf(
  article: Article,
  words: string | undefined,
  checked: CheckedQuotation | undefined,
): vscode.MarkdownString {
  const verdict = checked?.kind === 'checked' ? checked.verdict : undefined;
  const passage = verdict && passageIn(verdict);
  const date = article.published && longDate(article.published, vscode.env.language);
  const facts = [article.byline, publishedIn(article), date].filter(
    (fact) => fact !== undefined && fact !== '',
  );
  const noText = localize('Only the headline is known, so quotations cannot be checked.');
  const way = passage === undefined ? localize('Open in the reader') : localize('Show in the reader');
  const paragraphs = [
    `**${plainMarkdown(inOneLine(article.headline))}**`,
    plainMarkdown(facts.join(' · ')),
    ...(checked?.kind === 'no text' ? [plainMarkdown(noText)] : []),
    ...(verdict === undefined || words === undefined ? [] : [plainMarkdown(verdictSentence(words, verdict))]),
    ...(passage === undefined
      ? [plainMarkdown(article.summary)]
      : ['---', ...passageInContext(article.text, passage).map(lineMarkdown)]),
    `[${way}](${passageLink(article.id, passage).toString()})`,
  ];
  const content = new vscode.MarkdownString(paragraphs.filter((text) => text !== '').join('\n\n'));
  content.isTrusted = { enabledCommands: [OPEN_PASSAGE] };
  return content;
}

/** Gives a verdict as a sentence. */
function verdictSentence(words: string, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'exact':
      return localize('Quoted exactly.');
    case 'altered as marked':
      return [localize('Quoted with marked changes.'), denialText(words, verdict, localize)?.sentence ?? '']
        .join(' ')
        .trim();
    case 'altered':
      return localize('Altered: {0}', alterationText(words, verdict, localize).sentence);
    case 'not found':
      return localize('These words are not in the source.');
    case 'source changed since':
      return localize('These words are from an earlier version; the source has changed since.');
  }
}

/** The spaces at the ends of a part belong to the line. */
function lineMarkdown(line: readonly ContextPart[]): string {
  return line
    .map(({ text, isPassage }) => {
      const mark = isPassage ? '**' : '';
      return mark + text.replace(/\S(?:.*\S)?/s, (words) => plainMarkdown(words)) + mark;
    })
    .join('');
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

// An article as a Markdown file of its own.

import { escapeMarkdown } from '../../core/cite/escapeMarkdown.ts';
import type { Article } from '../../core/model/item.ts';
import { longDate } from '../../core/text/longDate.ts';
import { articleMarkdown } from '../../core/transfer/articleMarkdown.ts';
import { localize } from '../localize.ts';

/** What parts the facts from the body; nothing before it can look like it. */
const RULE = '\n\n---\n\n';

/**
 * Gives the file, with source, date and licence above the text. Pictures are links with what they show.
 *
 * @param savedAt Milliseconds since 1970.
 * @param locale BCP 47 tag of the language in which dates are written.
 */
export function markdownFile(article: Article, savedAt: number, locale: string): string {
  const isoDay = new Date(savedAt).toISOString().slice(0, 10);
  const facts = [
    ...(article.licence === undefined ? [] : [localize('Licence: {0}', licenceMarkup(article.licence))]),
    localize('Saved from Broadsheet on {0}.', longDate(isoDay, locale)),
  ];
  const { markdown } = articleMarkdown(article, locale);
  return markdown.replace(RULE, () => `\n\n${facts.join('\\\n')}${RULE}`);
}

function licenceMarkup(licence: string): string {
  return /^https?:\/\/[^\s<>]+$/i.test(licence)
    ? `<${licence}>`
    : escapeMarkdown(licence.replace(/\s+/g, ' ').trim());
}

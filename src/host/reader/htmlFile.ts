// An article as an HTML file of its own: nothing runs in it, nothing loads, and it prints well.

import { publishedIn } from '../../core/cite/publishedIn.ts';
import type { Article } from '../../core/model/item.ts';
import { longDate } from '../../core/text/longDate.ts';
import { localize } from '../localize.ts';
import { plainHtml } from '../plainText.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 3rem auto; padding: 0 1.25rem; max-width: 68ch; font: 1.125rem/1.6 Charter, Georgia, Cambria, serif; overflow-wrap: break-word; }
header { margin-bottom: 2em; font: 0.8em/1.5 system-ui, sans-serif; }
header p { margin: 0; }
h1 { margin: 0.3em 0 0.4em; font: 600 2.1em/1.2 Charter, Georgia, Cambria, serif; }
h2, h3, h4, h5, h6 { margin: 1.8em 0 0.5em; line-height: 1.3; }
blockquote { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 3px solid; font-style: italic; }
figure { margin: 1.6em 0; }
figcaption, caption { font: 0.8em/1.5 system-ui, sans-serif; text-align: start; }
img { max-width: 100%; height: auto; }
.picture { font: 0.8em/1.5 system-ui, sans-serif; }
table { display: block; overflow-x: auto; border-collapse: collapse; font: 0.85em/1.5 system-ui, sans-serif; }
th, td { padding: 0.4em 0.8em; border-bottom: 1px solid; text-align: start; vertical-align: top; }
pre { overflow-x: auto; font-size: 0.85em; }
@page { margin: 2cm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 11pt; color: black; background: white; }
  a { color: inherit; }
  header a::after { content: " <" attr(href) ">"; }
  header a[href^="mailto"]::after { content: none; }
  pre { white-space: pre-wrap; }
  table { display: table; }
  h1, h2, h3, h4, h5, h6, figcaption { break-after: avoid; }
  figure, tr, pre, blockquote { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
}
`;

/** A picture as `core/parse/sanitize.ts` writes it: attributes are quoted, and no quotation mark is in them. */
const PICTURE = /<img((?: [a-z-]+="[^"]*")*)>/g;

/**
 * Gives the file, with source, date and licence above the text. Pictures that would load from elsewhere are named by
 * their words.
 *
 * @param savedAt Milliseconds since 1970.
 * @param locale BCP 47 tag of the language in which dates are written.
 */
export function htmlFile(article: Article, savedAt: number, locale: string): string {
  const language = article.language === undefined ? '' : ` lang="${plainHtml(article.language)}"`;
  const body = article.html.replace(PICTURE, (picture, attributes: string) =>
    withoutLoading(picture, attributes),
  );
  return `<!DOCTYPE html>
<html${language}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainHtml(article.headline)}</title>
<style>${STYLE}</style>
</head>
<body dir="auto">
<header>
${sourceLines(article, savedAt, locale)}
</header>
<h1 dir="auto">${plainHtml(article.headline)}</h1>
<article dir="auto">
${body === '' ? `<p>${localize('Only the headline is known.')}</p>` : body}
</article>
</body>
</html>
`;
}

function sourceLines(article: Article, savedAt: number, locale: string): string {
  const { url, published, updated, licence } = article;
  const date = (iso: string): string => plainHtml(longDate(iso, locale, true));
  const facts = [
    publishedIn(article),
    article.byline,
    published === undefined ? undefined : date(published),
    updated === undefined ? undefined : localize('updated {0}', date(updated)),
  ];
  const isoDay = new Date(savedAt).toISOString().slice(0, 10);
  const lines = [
    facts.flatMap((fact) => (fact === undefined ? [] : [plainHtml(fact)])).join(' · '),
    url === undefined ? '' : `<a href="${plainHtml(url)}">${plainHtml(url)}</a>`,
    licence === undefined ? '' : localize('Licence: {0}', licenceText(licence)),
    localize('Saved from Broadsheet on {0}.', date(isoDay)),
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => `<p>${line}</p>`)
    .join('\n');
}

function licenceText(licence: string): string {
  const words = plainHtml(licence);
  return /^https?:\/\//i.test(licence) ? `<a href="${words}">${words}</a>` : words;
}

function withoutLoading(picture: string, attributes: string): string {
  if (/ src="data:image\//i.test(attributes)) return picture;
  const words = / alt="([^"]*)"/.exec(attributes)?.[1]?.trim() ?? '';
  return `<span class="picture">[${words === '' ? localize('Picture') : localize('Picture: {0}', words)}]</span>`;
}

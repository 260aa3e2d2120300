// The HTML around every page of ours: what it may load, and nothing of what it shows.

import { plainHtml } from './plainText.ts';
import { pageWordsElement, spokenLanguage } from './pageWords.ts';

export interface PageFiles {
  /** `webview.cspSource`: where the webview's own files come from. */
  readonly cspSource: string;
  /** Addresses of the page's script and style sheet. */
  readonly script: string;
  readonly style: string;
  /** A fresh unguessable value for each shell, in the alphabet of base64 (CSP 3, § 2.3.1). */
  readonly nonce: string;
}

export interface PageShell extends PageFiles {
  readonly title: string;
  /** What the page may load beside its script and style, as directives of its policy. */
  readonly policy: readonly string[];
  /** Attributes of the document's element by their names. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Gives an HTML document in which nothing runs but our script, and nothing loads but our style and what is allowed. */
export function pageShell({ cspSource, script, style, nonce, title, ...more }: PageShell): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
    ...more.policy,
  ].join('; ');
  const attributes = Object.entries({ lang: spokenLanguage(), ...more.attributes })
    .map(([name, value]) => ` ${name}="${plainHtml(value)}"`)
    .join('');
  return `<!DOCTYPE html>
<html${attributes}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${plainHtml(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainHtml(title)}</title>
<link rel="stylesheet" href="${plainHtml(style)}">
</head>
<body>
${pageWordsElement()}
<script nonce="${plainHtml(nonce)}" src="${plainHtml(script)}"></script>
</body>
</html>
`;
}

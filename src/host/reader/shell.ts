// The HTML around every article: what the page may load, and nothing of the article itself.

export interface ReaderShell {
  /** `webview.cspSource`: where the webview's own files come from. */
  readonly cspSource: string;
  /** Addresses of the page's script and style sheet. */
  readonly script: string;
  readonly style: string;
  /** A fresh unguessable value for each shell, in the alphabet of base64 (CSP 3, § 2.3.1). */
  readonly nonce: string;
  /** Whether pictures come from the network, wait for the person's word, or are left out. */
  readonly images: ImagesShown;
}

export type ImagesShown = 'shown' | 'ask' | 'never';

/**
 * Gives the reader's HTML document. Nothing runs in it but our script, nothing loads but our style and, where
 * `images` is "shown", pictures: by https alone, an http address being upgraded, since a plain one would tell
 * everybody on the way what is being read.
 */
export function shell({ cspSource, script, style, nonce, images }: ReaderShell): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `img-src data:${images === 'shown' ? ' https:' : ''}`,
    "base-uri 'none'",
    "form-action 'none'",
    'upgrade-insecure-requests',
  ].join('; ');
  return `<!DOCTYPE html>
<html data-images="${images}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Broadsheet</title>
<link rel="stylesheet" href="${escapeAttribute(style)}">
</head>
<body>
<script nonce="${escapeAttribute(nonce)}" src="${escapeAttribute(script)}"></script>
</body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

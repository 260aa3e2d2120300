// Which files are documents, told by name and size alone.

export type DocumentKind = 'text' | 'markdown' | 'html';

/** How a file is read by the ending of its name, in lower case with the dot. */
export const DOCUMENT_KINDS: Readonly<Partial<Record<string, DocumentKind>>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
};

export const DOCUMENT_ENDINGS: readonly string[] = Object.keys(DOCUMENT_KINDS);

/** In bytes; a larger file is no text that a person would read. */
export const LARGEST_DOCUMENT = 20_000_000;

// Real articles from the collections of pages and feeds that lie beside the repository.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feedItems } from '../../src/core/parse/feed/feedItems.ts';
import { readFeed } from '../../src/core/parse/feed/readFeed.ts';
import { markupText } from '../../src/core/parse/markupText.ts';
import type { Article } from './inventedArticles.ts';

const CORPORA = join(import.meta.dirname, '../../../shared/corpora');
const LEAST_CHARACTERS = 600;
/** One feed must not outweigh the others. */
const FROM_ONE_FEED = 6;

/** Gives the articles; none where the collections are absent. */
export function realArticles(): readonly Article[] {
  return [...pages(), ...feeds()].filter(({ text }) => text.length >= LEAST_CHARACTERS);
}

function pages(): readonly Article[] {
  const folder = join(CORPORA, 'pages');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name, 'expected.html');
    return entry.isDirectory() && existsSync(file) ? [article(markupText(readFileSync(file, 'utf8')))] : [];
  });
}

function feeds(): readonly Article[] {
  const folder = join(CORPORA, 'feeds');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return files
    .filter((file) => /\.(?:rss|atom|xml|json|rdf)$/.test(file))
    .flatMap((file) => {
      const bytes = readFileSync(join(folder, file));
      const items = feedItems(readFeed({ bytes, contentType: undefined, url: 'https://feeds.example/feed' }));
      return items
        .filter(({ text }) => text.length >= LEAST_CHARACTERS)
        .slice(0, FROM_ONE_FEED)
        .map(({ text }) => article(text));
    });
}

function article(text: string): Article {
  return { language: undefined, text };
}

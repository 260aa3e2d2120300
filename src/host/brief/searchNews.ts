// Tells of what saved searches find among what has just arrived, where the person asked for that.

import * as vscode from 'vscode';
import type { BriefSearch } from '../../core/brief/brief.ts';
import { newHeadlines } from '../../core/brief/briefPage.ts';
import { cutAtWord } from '../../core/text/cutAtWord.ts';
import type { Library } from '../../library/library.ts';
import { localize } from '../localize.ts';
import { plainMessage } from '../plainText.ts';
import { setting } from '../settings.ts';

export interface SearchNews {
  /** Tells of what arrived since it was last called, or since it was made. */
  tell(): Promise<void>;
}

const SHOWN_QUERY = 60;

export function createSearchNews(library: Library, showSearch: (query: string) => Promise<void>): SearchNews {
  let toldUntil = Date.now();
  return {
    async tell() {
      if (setting('broadsheet.notifications') !== 'savedSearches') {
        toldUntil = Date.now();
        return;
      }
      const { searches, until } = await library.brief(toldUntil);
      toldUntil = until;
      const [most] = searches
        .filter(({ found }) => found > 0)
        .toSorted((one, other) => other.found - one.found);
      if (most === undefined) return;
      const show = localize('Show');
      const chosen = await vscode.window.showInformationMessage(plainMessage(sentence(searches, most)), show);
      if (chosen === show) await showSearch(most.query);
    },
  };
}

/** One sentence, however many searches found something. */
function sentence(searches: readonly BriefSearch[], { query, found }: BriefSearch): string {
  const others = searches.filter((search) => search.found > 0).length - 1;
  const more =
    others === 0
      ? ''
      : others === 1
        ? localize(', and some for another search')
        : localize(', and some for {0} other searches', others);
  return localize(
    '{0} for “{1}”{2}.',
    newHeadlines(found, false, localize),
    cutAtWord(query, SHOWN_QUERY),
    more,
  );
}

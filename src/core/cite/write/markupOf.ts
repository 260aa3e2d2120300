// The markup of each note language.

import type { NoteLanguage } from '../noteLanguage.ts';
import { asciidocMarkup } from './asciidocMarkup.ts';
import { latexMarkup } from './latexMarkup.ts';
import { markdownMarkup } from './markdownMarkup.ts';
import type { NoteMarkup } from './noteMarkup.ts';
import { orgMarkup } from './orgMarkup.ts';
import { plainMarkup } from './plainMarkup.ts';
import { restructuredTextMarkup } from './restructuredTextMarkup.ts';
import { typstMarkup } from './typstMarkup.ts';

const MARKUP: Readonly<Record<NoteLanguage, NoteMarkup>> = {
  markdown: markdownMarkup,
  latex: latexMarkup,
  asciidoc: asciidocMarkup,
  restructuredtext: restructuredTextMarkup,
  org: orgMarkup,
  typst: typstMarkup,
  plain: plainMarkup,
};

export function markupOf(language: NoteLanguage): NoteMarkup {
  return MARKUP[language];
}

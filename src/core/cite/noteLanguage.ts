// The languages that notes are written in.

export type NoteLanguage = 'markdown' | 'plain';

/** Gives the language of a note from VS Code's identifier of it; what is not plain text is taken for Markdown. */
export function noteLanguage(languageId: string): NoteLanguage {
  return languageId === 'plaintext' ? 'plain' : 'markdown';
}

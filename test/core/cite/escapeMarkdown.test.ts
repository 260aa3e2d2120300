import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import { escapeMarkdown } from '../../../src/core/cite/escapeMarkdown.ts';

suite('Escaping for Markdown', () => {
  const check = (text: string, expected: string): void => assert.equal(escapeMarkdown(text), expected);

  test('leaves prose as it is', () => {
    for (const text of [
      'He said “yes” [sic] – and left (at 5 p.m.).',
      'It cost $5.',
      'A * between spaces, snake_case_name and a_b.',
      'Fish & chips, AT&T, 3 < 4, a@example.org',
      'الحكومة قالت [كذا] إن الأمر انتهى.',
    ]) {
      check(text, text);
    }
  });

  test('escapes what would be markup', () => {
    check('*really* and _so_', '\\*really\\* and \\_so\\_');
    check('a [link](http://x) and [^1] and [@key]', 'a [link\\](http://x) and \\[^1] and \\[\\@key]');
    check('<b>bold</b> &amp;', '\\<b>bold\\</b> \\&amp;');
    check('from $5 to $6', 'from \\$5 to \\$6');
    check('1. May\n# Heading\n- item\n> said', '1\\. May\n\\# Heading\n\\- item\n\\> said');
    check(
      '`code` ~~gone~~ ==lit== %%hidden%%',
      '\\`code\\` \\~\\~gone\\~\\~ \\=\\=lit\\=\\= \\%\\%hidden\\%\\%',
    );
    check('{{template}} \\(x', '\\{{template}} \\\\(x');
  });

  test('renders as the very same words, whatever they are', () => {
    const pieces = fc.oneof(
      fc.constantFrom(...'*_`~[]()<>#+-.!|{}$^&;:=@%"\\/ 1ax\n'.split('')),
      fc.constantFrom('http://x.y', '<!--', '](', '![', '1. ', '---', '&lt;', '**', '__'),
    );
    const text = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const words = normal(given);
        fc.pre(words !== '');
        assert.equal(normal(renderedText(escapeMarkdown(words))), words);
      }),
      { numRuns: 3000 },
    );
  });
});

function normal(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function renderedText(markdown: string): string {
  const html = marked.parse(markdown, { async: false, gfm: true });
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

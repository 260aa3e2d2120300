import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import type { Article } from '../../../src/core/model/item.ts';
import { cleanHtml } from '../../../src/core/parse/sanitize.ts';
import { articleMarkdown } from '../../../src/core/transfer/articleMarkdown.ts';
import { cleanMarkup } from '../../../src/core/transfer/cleanMarkup.ts';
import { markdownBlocks } from '../../../src/core/transfer/markdownBlocks.ts';

suite('Articles as Markdown', () => {
  const check = (html: string, expected: string): void =>
    assert.equal(markdownBlocks(cleanMarkup(cleanHtml(html).html)).markdown, expected);

  test('keep code apart from code and from brackets', () => {
    check('<p><code>one</code><code>two</code></p>', '`one`two');
    check('<p>a[0] <code>](</code></p>', 'a[0] \\](');
    check('<h2>http://x.org/#</h2>', '## http://x.org/#');
  });

  test('have links whose words look like one', () => {
    check('<p><a href="https://x.org/">![]()</a></p>', '[\\!\\[\\]\\()](https://x.org/)');
  });

  test('have paragraphs, headings, quotations and rules', () => {
    check('<p>One</p><p>Two</p>', 'One\n\nTwo');
    check('<h1>Title</h1><h3>Part #</h3><p>One</p>', '## Title\n\n### Part \\#\n\nOne');
    check('<blockquote><p>One</p><p>Two</p></blockquote><p>Three</p>', '> One\n>\n> Two\n\nThree');
    check('<p>One<br>two<br><br>three</p><hr><p>Four</p>', 'One\\\ntwo\n\nthree\n\n___\n\nFour');
  });

  test('have lists inside each other', () => {
    check('<ul><li>One<ul><li>Two</li></ul></li><li>Three</li></ul>', '- One\n  - Two\n- Three');
    check('<ol start="3"><li>One</li><li><p>Two</p><p>More</p></li></ol>', '3. One\n4. Two\n\n   More');
    check('<ul><li>One</li></ul><ul><li>Two</li></ul>', '- One\n\n* Two');
    check('<blockquote><ul><li>One</li></ul></blockquote>', '> - One');
  });

  test('keep what words are, where Markdown can say so', () => {
    check(
      '<p>A <b>bold</b> and <i>slanted</i> <a href="https://x.org/a_(b)">link</a></p>',
      'A **bold** and _slanted_ [link](<https://x.org/a_(b)>)',
    );
    check('<p>un<b>believ</b>able, un<i>believ</i>able</p>', 'un**believ**able, unbelievable');
    check('<p><b>One </b>two <code>a_b*`c</code></p>', '**One** two ``a_b*`c``');
    check('<p>See!<a href="https://x.org/">[this]</a></p>', 'See\\![\\[this\\]](https://x.org/)');
    check('<p><s>Old</s> new</p>', '~~Old~~ new');
  });

  test('have code and tables as they stand', () => {
    check('<pre>a\n  *b*\n\nc</pre>', '```\na\n  *b*\n\nc\n```');
    check(
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><p>x<br>y</p></td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1\\|2 | x y |',
    );
    check('<table><tr><td><p>One</p><p>Two</p></td></tr></table>', 'One\n\nTwo');
  });

  test('have pictures as links with what they show', () => {
    check(
      '<figure><img src="https://x.org/a.png" alt="The quay"><figcaption>At dawn</figcaption></figure>',
      '[Picture: The quay](https://x.org/a.png)\n\nAt dawn',
    );
  });

  test('begin with what is known of them', () => {
    const article = known({
      html: '<p>It rained.</p>',
      text: 'It rained.',
      headline: 'Rain #1 *now* #',
      byline: 'Ada Byron',
      outlet: 'The Gazette',
      published: '2025-10-08',
      url: 'https://x.org/a?b=1&c=2',
    });
    const { markdown, rangeOf } = articleMarkdown(article, 'en');
    assert.equal(
      markdown,
      '# Rain #1 \\*now\\* \\#\n\nAda Byron\\\nThe Gazette, 8 October 2025\\\n<https://x.org/a?b=1&c=2>\n\n---\n\nIt rained.\n',
    );
    assert.equal(markdown.slice(...rangeOf([3, 9])), 'rained');
    assert.equal(markdown.slice(...rangeOf([0, 10])), 'It rained.');
    const bare = articleMarkdown(known({ headline: 'Rain' }), 'en');
    assert.match(bare.markdown, /Only the headline is known so far\.\n$/);
    assert.deepEqual(bare.rangeOf([0, 5]), [0, 6]);
  });

  test('render as the very words of the article, and every word is found in them', () => {
    const words = fc.oneof(
      fc.constantFrom(...'*_`~[]()<>#+-.!|{}$^&;:=@%"\\/ 1ax'.split('')),
      fc.constantFrom('http://x.y', '](', '![', '1. ', '---', '**', '__', 'word', ' and ', '北京'),
    );
    const text = fc.array(words, { maxLength: 10 }).map((parts) => escapeHtml(parts.join('')));
    const inline = fc.letrec<{ readonly inline: string }>((tie) => ({
      inline: fc.oneof(
        { weight: 4, arbitrary: text },
        fc
          .tuple(
            fc.constantFrom('b', 'i', 's', 'code', 'a href="https://x.org/"', 'span'),
            tie('inline'),
            text,
          )
          .map(([tag, inside, behind]) => `<${tag}>${inside}</${tag.split(' ')[0] ?? ''}>${behind}`),
        fc
          .tuple(tie('inline'), fc.constantFrom('<br>', ' ', ''), tie('inline'))
          .map((parts) => parts.join('')),
      ),
    })).inline;
    const block = fc.letrec<{ readonly block: string }>((tie) => ({
      block: fc.oneof(
        {
          weight: 4,
          arbitrary: fc
            .tuple(fc.constantFrom('p', 'h2', 'div'), inline)
            .map(([tag, inside]) => `<${tag}>${inside}</${tag}>`),
        },
        fc
          .tuple(fc.constantFrom('blockquote', 'ul', 'ol'), tie('block'), tie('block'))
          .map(([tag, one, two]) =>
            tag === 'blockquote'
              ? `<${tag}>${one}${two}</${tag}>`
              : `<${tag}><li>${one}</li><li>${two}</li></${tag}>`,
          ),
        fc
          .tuple(inline, inline)
          .map(([one, two]) => `<table><tr><td>${one}</td><td>${two}</td></tr></table>`),
      ),
    })).block;
    fc.assert(
      fc.property(block, (dirty) => {
        const clean = cleanHtml(dirty);
        const body = markdownBlocks(cleanMarkup(clean.html));
        assert.equal(body.text, clean.text);
        assert.equal(ink(rendered(body.markdown)), ink(clean.text), body.markdown);
        for (const { index, 0: word } of clean.text.matchAll(/[a-z\d\u4e00-\u9fff]+/g)) {
          // Signs may stand inside it.
          const found = body.markdown.slice(...body.rangeOf([index, index + word.length]));
          assert.deepEqual([found.at(0), found.at(-1)], [word.at(0), word.at(-1)], found);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function known(fields: Partial<Article>): Article {
  return {
    html: '',
    text: '',
    headline: '',
    sourceKind: 'files',
    sourceTitle: 'Files',
    ...fields,
  } as Article;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function ink(text: string): string {
  return text.replace(/\s+/g, '');
}

function rendered(markdown: string): string {
  return marked
    .parse(markdown, { async: false, gfm: true })
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

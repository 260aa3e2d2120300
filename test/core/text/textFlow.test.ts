import assert from 'node:assert/strict';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import {
  createTextFlow,
  offsetInNode,
  offsetInText,
  type TextFlow,
} from '../../../src/core/text/textFlow.ts';

suite('text flow', () => {
  test('gives the text that the page shows', () => {
    check('', '');
    check('  \n ', '');
    check('One two', 'One two');
    check('<p>One  <b>two</b></p><p>three</p>', 'One two\n\nthree');
    check('<p> One\n\ttwo </p>', 'One two');
    check('<p>One<b> two </b> three</p>', 'One two three');
    check('<p>One <b> </b> two</p>', 'One two');
    check('<p>un<i>break</i>able</p>', 'unbreakable');
    check('<p>a</p>\n  \n<p>b</p>', 'a\n\nb');
    check('a<p>b</p>c', 'a\n\nb\n\nc');
    check('<div><div><p>a</p></div></div><div>b</div>', 'a\n\nb');
    check('<p></p><p>a</p><p> </p><p>b</p>', 'a\n\nb');
    check('<h1>Head</h1>text<hr>more', 'Head\n\ntext\n\nmore');
  });

  test('breaks lines', () => {
    check('a<br>b', 'a\nb');
    check('a <br> b', 'a\nb');
    check('a<br><br>b', 'a\n\nb');
    check('a<br><br><br>b', 'a\n\nb');
    check('<p>a<br></p><p>b</p>', 'a\n\nb');
    check('<ul><li>a</li><li>b</li></ul>c', 'a\nb\n\nc');
    check('<ul><li><p>a</p></li><li><p>b</p></li></ul>', 'a\n\nb');
    check('<dl><dt>a</dt><dd>b</dd></dl>', 'a\nb');
    check('<blockquote>a</blockquote>b', 'a\n\nb');
    check('<figure><img alt="not text"><figcaption>a</figcaption></figure>b', 'a\n\nb');
  });

  test('parts the cells of a table', () => {
    check('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', 'a\tb\nc\td');
    check(
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>x',
      'a\nb\n\nx',
    );
    check('<table><caption>t</caption><tr><td>a</td></tr></table>', 't\n\na');
    check('<table><tr><td>a</td><td></td><td>b</td></tr></table>', 'a\tb');
  });

  test('keeps whitespace inside pre', () => {
    check('<pre>a  b\n  c</pre>', 'a  b\n  c');
    check('<pre>\n\n\n a</pre>', ' a');
    check('<pre>\n</pre>a', 'a');
    check('<pre><code>\na</code></pre>', 'a');
    check('<p>x</p><pre> a\n</pre><p>y</p>', 'x\n\n a\n\n\ny');
  });

  test('leaves other characters as they are', () => {
    check('<p>a\u00a0 b</p>', 'a\u00a0 b');
    check('<p>\u3000新聞</p><p>記事</p>', '\u3000新聞\n\n記事');
    check('<p>مرحبا <b>بالعالم</b></p>', 'مرحبا بالعالم');
    check('<p>👩‍👩‍👧 x</p>', '👩‍👩‍👧 x');
  });

  test('gives every character its place in a node, and back', () => {
    for (const html of [
      '<p>One  <b>two</b></p> <p> three\n four </p>',
      '<pre>\n a\n  b</pre><p>  x  y </p>',
      '<p>  <i>  </i> a</p>',
      '<p>👩‍👩‍👧  x</p>',
    ]) {
      const { flow, nodes } = flowOf(html);
      assert.equal(flow.runs.length, nodes.length);
      for (const [index, run] of flow.runs.entries()) {
        const data = nodes[index] ?? '';
        for (let offset = run.start; offset < run.end; offset++) {
          const place = offsetInNode(run, data, offset);
          assert.equal(offsetInText(run, data, place), offset, `${html}: ${offset}`);
          const shown = flow.text.charAt(offset);
          assert.equal(
            run.preserved ? data.charAt(place) : data.charAt(place).replace(/\s/, ' '),
            shown,
            html,
          );
        }
        assert.equal(offsetInText(run, data, 0), run.start);
        assert.equal(offsetInText(run, data, data.length), run.end);
        assert.equal(offsetInText(run, data, offsetInNode(run, data, run.end)), run.end);
      }
    }
  });
});

function check(html: string, expected: string): void {
  assert.equal(flowOf(html).flow.text, expected, html);
}

/** Reads HTML as a browser does; every text node's data stands beside its run. */
function flowOf(html: string): { readonly flow: TextFlow; readonly nodes: readonly string[] } {
  const builder = createTextFlow();
  const nodes: string[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if ('value' in node) {
      nodes.push(node.value);
      builder.text(node.value);
    } else if ('tagName' in node) {
      builder.open(node.tagName);
      node.childNodes.forEach(walk);
      builder.close(node.tagName);
    }
  };
  parseFragment(html).childNodes.forEach(walk);
  return { flow: builder.finish(), nodes };
}

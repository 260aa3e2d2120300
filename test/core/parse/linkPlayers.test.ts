import assert from 'node:assert/strict';
import { cleanHtml } from '../../../src/core/parse/sanitize.ts';

suite('Links in the places of players', () => {
  const check = (name: string, dirty: string, html: string) =>
    test(name, () => {
      const clean = cleanHtml(dirty, 'https://example.org/x/');
      assert.equal(clean.html, html);
      assert.equal(cleanHtml(clean.html).html, html);
    });

  check(
    'a film on YouTube',
    'Rain<iframe src="//www.youtube-nocookie.com/embed/abcdefghijk?rel=0" title="The &lt;b&gt; storm"></iframe>again',
    'Rain<p><a href="https://www.youtube.com/watch?v=abcdefghijk">The &lt;b&gt; storm</a></p>again',
  );
  check(
    'a list on YouTube',
    '<iframe src="https://www.youtube.com/embed/videoseries?si=1&amp;list=PL-1"></iframe>',
    '<p><a href="https://www.youtube.com/playlist?list=PL-1">youtube.com</a></p>',
  );
  check(
    'a film on Vimeo that is loaded late',
    '<iframe src="about:blank" data-src="https://player.vimeo.com/video/7?h=1"></iframe>',
    '<p><a href="https://vimeo.com/7">vimeo.com</a></p>',
  );
  check(
    'a film of the site',
    '<video controls><source src="/a.mp4"><p>Your browser shows no films.</p></video>',
    '<p><a href="https://example.org/a.mp4">example.org</a></p>',
  );
  check(
    'a recording',
    '<audio src="a.mp3" title="The storm"></audio>',
    '<p><a href="https://example.org/x/a.mp3">The storm</a></p>',
  );
  check('a frame of anything else', 'Rain<iframe src="https://ads.example/x"></iframe>', 'Rain');
  check(
    'no address of the web',
    'Rain<video src="javascript:x()"></video><audio src="data:,x"></audio>',
    'Rain',
  );
  check('a player that is hidden', 'Rain<video hidden src="/a.mp4"></video>', 'Rain');
});

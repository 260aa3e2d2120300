import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { decodeText } from '../../../src/core/parse/decodeText.ts';
import { knownCharset } from '../../../src/core/parse/htmlCharset.ts';

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16be = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
const RUSSIAN = 'Администрация порта сообщила, что причал останется закрытым до конца месяца.';
const markedUp = `<item><title>${RUSSIAN}</title><link>https://example.org/${'port/'.repeat(40)}</link><x ${'href="y" '.repeat(40)}/>&lt;p class="${'z'.repeat(200)}"&gt;</item>`;
/** "항구" in EUC-KR. */
const PORT = Uint8Array.of(0xc7, 0xd7, 0xb1, 0xb8);

/** One byte per character in a Cyrillic charset, found by decoding every byte. */
function encode(text: string, charset: string): Uint8Array {
  const all = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from(text, (character) => all.indexOf(character));
}

/** Two bytes per character beyond ASCII in a charset of East Asia. */
function encodeInPairs(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++)
      pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from(
    Array.from(text, (character) =>
      character < '\u0080' ? [character.charCodeAt(0)] : (pairs.get(character) ?? []),
    ).flat(),
  );
}

function utf32(text: string, isLittle: boolean): Uint8Array {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * 4));
  for (const [index, code] of codes.entries()) view.setUint32(index * 4, code, isLittle);
  return new Uint8Array(view.buffer);
}

suite('Bytes to text', () => {
  const check = (name: string, bytes: Uint8Array, kind: 'markup' | 'text', text: string, problem?: string) =>
    test(name, () => {
      const decoded = decodeText(bytes, kind, 'page');
      assert.equal(decoded.text, text);
      assert.equal(decoded.problems[0]?.kind, problem);
    });

  check('UTF-8', Buffer.from('é\r\n😀\rx'), 'text', 'é\n😀\nx');
  check('UTF-8 with a mark', Buffer.from('\uFEFFé'), 'text', 'é');
  check('UTF-16 LE with a mark', Buffer.from('\uFEFFé日', 'utf16le'), 'text', 'é日');
  check('UTF-16 BE with a mark', utf16be('é日'), 'text', 'é日');
  check('UTF-16 LE without a mark', Buffer.from('Plain text', 'utf16le'), 'text', 'Plain text');
  check('control characters go', Buffer.from('a\u0007b and some more text'), 'text', 'ab and some more text');
  check('windows-1252 as the last resort', latin('caf\u00e9 \u0093x\u0094'), 'text', 'café “x”', 'encoding');
  check('windows-1251 by its letters', encode(RUSSIAN, 'windows-1251'), 'text', RUSSIAN, 'encoding');
  check('KOI8-R by its letters', encode(RUSSIAN, 'koi8-r'), 'text', RUSSIAN, 'encoding');
  check(
    'one damaged character',
    Buffer.concat([Buffer.from('é'.repeat(30)), latin('\u00e9')]),
    'text',
    `${'é'.repeat(30)}\uFFFD`,
    'encoding',
  );
  check('meta charset', latin('<meta charset=latin1>caf\u00e9'), 'markup', '<meta charset=latin1>café');
  check(
    'meta http-equiv',
    latin(`<meta content='text/html; charset="iso-8859-2"' http-equiv=Content-Type>\u00b1`),
    'markup',
    `<meta content='text/html; charset="iso-8859-2"' http-equiv=Content-Type>ą`,
  );
  check(
    'a charset in a comment is none',
    latin('<!-- <meta charset=koi8-r> --><meta charset=latin1>\u00e9'),
    'markup',
    '<!-- <meta charset=koi8-r> --><meta charset=latin1>é',
  );
  check(
    'XML declaration',
    latin('<?xml version="1.0" encoding="ISO-8859-2"?>\u00b1'),
    'markup',
    '<?xml version="1.0" encoding="ISO-8859-2"?>ą',
  );
  for (const isLittle of [true, false]) {
    const name = isLittle ? 'LE' : 'BE';
    check(`UTF-32 ${name} with a mark`, utf32('\uFEFFé😀', isLittle), 'text', 'é😀');
    check(`UTF-32 ${name} without a mark`, utf32('<p>é', isLittle), 'markup', '<p>é');
  }
  for (const [charset, text] of [
    ['gbk', '港务局星期一表示，潜水员在两根桩上发现裂缝，码头继续关闭。'],
    ['euc-kr', '항만 당국은 월요일 잠수부들이 기둥 두 개에서 균열을 발견해 부두를 계속 닫는다고 밝혔다.'],
    ['euc-jp', '港湾局は月曜日、二本の柱にひびが見つかったため、岸壁の閉鎖を続けると発表した。'],
    ['shift_jis', '港湾局は月曜日、二本の柱にひびが見つかったため、岸壁の閉鎖を続けると発表した。'],
    ['big5', '港務局星期一表示，潛水員在兩根樁上發現裂縫，碼頭繼續關閉。'],
  ] as const) {
    const page = `<p class="a">${text}</p> Port 1`;
    check(`${charset} by its bytes`, encodeInPairs(page, charset), 'text', page, 'encoding');
  }
  for (const [charset, language, text] of [
    ['windows-1253', 'el', 'Το λιμάνι έκλεισε'],
    ['windows-1255', 'he', 'הנמל נסגר'],
    ['windows-1256', 'ar', 'أغلق الميناء'],
    ['windows-1254', 'tr', 'Liman kapandı'],
    ['windows-874', 'th', 'ท่าเรือปิด'],
    ['iso-8859-2', 'pl', 'Port zamknięto, źle'],
    ['windows-1250', 'cs', 'Přístav zavřel, ještě'],
  ] as const) {
    const page = `<html lang="${language}-XX"><p>${text}`;
    check(`${charset} by the language`, encode(page, charset), 'markup', page, 'encoding');
  }
  const polish = 'Przełożono głosowanie, źle, żółć. ';
  check(
    'few letters beyond ASCII are no pairs',
    encode(polish, 'iso-8859-2'),
    'text',
    'Prze³o¿ono g³osowanie, ¼le, ¿ó³æ. ',
    'encoding',
  );
  test('a server’s Latin 1 gives way to what the file names', () => {
    const feed = '<?xml version="1.0" encoding="EUC-KR"?><rss>';
    const bytes = Buffer.concat([latin(feed), PORT]);
    assert.equal(decodeText(bytes, 'xml', 'feed', 'iso-8859-1').text, `${feed}항구`);
    assert.equal(decodeText(bytes, 'xml', 'feed', 'windows-1251').text, `${feed}ЗЧ±ё`);
  });
  check(
    'UTF-8 in spite of its declaration',
    Buffer.from('<meta charset=latin1>é'),
    'markup',
    '<meta charset=latin1>é',
  );
  check(
    'declared as UTF-8, but is not',
    latin('<meta charset=utf-8>\u00e9'),
    'markup',
    '<meta charset=utf-8>é',
    'encoding',
  );
  check(
    'declared late',
    latin(`${' '.repeat(2000)}<meta charset=iso-8859-2>\u00b1`),
    'markup',
    `${' '.repeat(2000)}<meta charset=iso-8859-2>ą`,
  );
  check(
    'a text file declares nothing',
    latin('<meta charset=iso-8859-2>\u00b1'),
    'text',
    '<meta charset=iso-8859-2>±',
    'encoding',
  );

  check(
    'one broken character in a declared charset',
    Buffer.concat([latin('<meta charset=euc-kr>'), ...Array<Uint8Array>(20).fill(PORT), latin('\u00b0<p>')]),
    'markup',
    `<meta charset=euc-kr>${'항구'.repeat(20)}\uFFFD<p>`,
    'encoding',
  );
  check(
    'a declared charset of which hardly anything is right',
    Buffer.concat([latin('<meta charset=euc-kr>'), PORT, latin('\u00e9. '.repeat(20))]),
    'markup',
    `<meta charset=euc-kr>Ç×±¸${'é. '.repeat(20)}`,
    'encoding',
  );
  check(
    'declared UTF-8 with some broken bytes',
    Buffer.concat([Buffer.from('<meta charset=utf-8>It’s, it’s, it’s '), latin('\u00e9 \u00e9')]),
    'markup',
    '<meta charset=utf-8>It’s, it’s, it’s \uFFFD \uFFFD',
    'encoding',
  );
  check(
    'UTF-8 that nobody declares, with a broken byte',
    Buffer.concat([Buffer.from('It’s, it’s '), latin('\u00e9')]),
    'text',
    'It’s, it’s \uFFFD',
    'encoding',
  );
  check(
    'windows-1251 among tags and addresses',
    encode(markedUp, 'windows-1251'),
    'text',
    markedUp,
    'encoding',
  );
  for (const [label, charset] of [
    ['cp936', 'gbk'],
    ['cp950', 'big5'],
    ['MS949', 'euc-kr'],
    ['uhc', 'euc-kr'],
    ['cp932', 'shift_jis'],
  ] as const) {
    test(`${label} is ${charset}`, () => assert.equal(knownCharset(label), charset));
  }

  test('files of other programs give readable text', function () {
    const folder = new URL('../../../../shared/corpora/encodings/', import.meta.url);
    let names: readonly string[];
    try {
      names = readdirSync(folder);
    } catch {
      process.stdout.write('      skipped: ../shared/corpora/encodings is absent\n');
      return this.skip();
    }
    for (const name of names) {
      assert.doesNotMatch(
        decodeText(readFileSync(new URL(name, folder)), 'markup', name).text ?? '',
        /\uFFFD/,
        name,
      );
    }
  });
});

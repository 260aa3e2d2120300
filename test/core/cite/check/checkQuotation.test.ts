import assert from 'node:assert/strict';
import { checkQuotation } from '../../../../src/core/cite/check/checkQuotation.ts';
import { prepareSource, type QuotedSource } from '../../../../src/core/cite/check/prepareSource.ts';
import type { Concern, MarkKind, Verdict } from '../../../../src/core/cite/check/verdict.ts';

const TEXT = [
  'The minister did not rule out a 12% rise in rates. “We can’t ‘wait’ any longer,” she said — and left the well-known hall.',
  'In Berlin, the mayor Anna Schmidt spoke of 1.5 million visitors; nobody objected. The non-violent protest went on at -5 degrees.',
  '« Un phare n’est pas un hôtel », a déclaré la maire. Das Wetter ist „sehr schön“, sagte er…',
  '北京市政府星期三宣布，将在2025年前投资三百亿元。市长说：“我们不会放弃。”',
  'قالت المهندسة إن السقف لا يشكّل خطرًا على الناس. ตลาดเก่าจะไม่ปิดก่อนสิ้นปีนี้ Cafe\u0301 Zürich, ﬁnal 😀 score.',
  'Nobody answered [laughs]. The minister did not rule out anything, he added. Price: 12 €.',
].join('\n\n');

const source = sourceOf(TEXT);

suite('Checking quotations', () => {
  const check = (words: string, kind: Verdict['kind'], found?: string): void => {
    const verdict = checkQuotation(words, source);
    assert.equal(verdict.kind, kind, `${words}: ${JSON.stringify(verdict)}`);
    if (found !== undefined && 'range' in verdict) assert.equal(TEXT.slice(...verdict.range), found);
  };

  test('folds typography and nothing else', () => {
    for (const words of [
      'The minister did not rule out a 12% rise in rates.',
      'The  minister\ndid not\u00a0rule out a 12 % rise in rates',
      'The minis\u00adter did not rule out a 12% ri\u200bse in rates.',
      'The minis-\nter did not rule out',
      '"We can\'t "wait" any longer," she said -- and left the well‑known hall.',
      '„We can’t «wait» any longer,“ she said–and left',
      '“Un phare n’est pas un hôtel”, a déclaré la maire',
      'Das Wetter ist «sehr schön», sagte er...',
      '北京市政府星期三宣布，将在2025年前投资三百亿元',
      '北京市政府\n星期三宣布，',
      '我们不会放弃',
      'إن السقف لا يشكّل خطرًا',
      'ตลาดเก่าจะไม่ปิด',
      'Café Zürich, final 😀 score',
      'Nobody answered [laughs]. The minister',
      'Price: 12€',
      '-5 degrees',
      'a 12%',
      'in rates. “We can’t',
    ]) {
      check(words, 'exact');
    }
  });

  test('says where the words stand', () => {
    check('the mayor Anna Schmidt', 'exact', 'the mayor Anna Schmidt');
    check('final 😀 score', 'exact', 'ﬁnal 😀 score');
    check('放弃', 'exact', '放弃');
  });

  test('takes the occurrence that the locator names', () => {
    const startAt = (locator: string | undefined): number => {
      const verdict = checkQuotation('The minister did not rule out', source, locator);
      assert.equal(verdict.kind, 'exact');
      return verdict.range[0];
    };
    assert.equal(startAt(undefined), 0);
    assert.equal(startAt('para. 6'), TEXT.lastIndexOf('The minister'));
    assert.equal(startAt('Abs. 6'), TEXT.lastIndexOf('The minister'));
    assert.equal(startAt('p. 6'), 0);
  });

  test('keeps to whole words and numbers', () => {
    for (const words of [
      'he minister did not rule out',
      'minister did not rule ou',
      'We can',
      'violent protest went on',
      '5 million visitors; nobody objected',
      'spoke of 1',
      'rule out a 12',
      '5 degrees',
      'the well',
    ]) {
      assert.ok(!['exact', 'altered as marked'].includes(checkQuotation(words, source).kind), words);
    }
  });

  const checkMarks = (words: string, kinds: readonly MarkKind[]): void => {
    const verdict = checkQuotation(words, source);
    assert.equal(verdict.kind, 'altered as marked', `${words}: ${JSON.stringify(verdict)}`);
    assert.deepEqual(
      verdict.marks.map(({ kind }) => kind),
      kinds,
    );
  };

  test('allows what is marked', () => {
    checkMarks('The minister … rule out a 12% rise', ['omission']);
    checkMarks('The minister [...] rule out a 12% rise . . . in rates', ['omission', 'omission']);
    checkMarks('… did not rule out a 12% rise …', ['omission', 'omission']);
    checkMarks('[T]he mayor Anna Schmidt spoke', ['first letter']);
    checkMarks('The mayor Anna Schmidt spoke', ['first letter']);
    checkMarks('the minister did not rule out', ['first letter']);
    checkMarks('[The mayor] spoke of 1.5 million visitors [sic]; nobody', ['insertion', 'insertion']);
    checkMarks('the mayor [of the city] spoke of 1.5 million', ['replacement']);
    checkMarks('The minister did not rule[d] out', ['insertion']);
    checkMarks('a 12% rise,', ['final punctuation']);
    checkMarks('北京市政府……将在2025年前投资', ['omission']);
    checkMarks('The minister did not rule out a 12% rise (...) the mayor Anna Schmidt', ['omission']);
  });

  test('says that a mark hides a negation', () => {
    const hides = (words: string): boolean => {
      const verdict = checkQuotation(words, source);
      return verdict.kind === 'altered as marked' && verdict.marks.some((mark) => mark.hidesNegation);
    };
    assert.equal(hides('The minister did … rule out'), true);
    assert.equal(hides('The minister did [never] rule out'), false);
    assert.equal(hides('did not … a 12% rise'), false);
  });

  const checkAltered = (
    words: string,
    severity: 'error' | 'warning',
    concern: Concern,
    changes: string,
  ): void => {
    const verdict = checkQuotation(words, source);
    assert.equal(verdict.kind, 'altered', `${words}: ${JSON.stringify(verdict)}`);
    const changed = verdict.pieces.filter(({ kind }) => kind !== 'same' && kind !== 'marked');
    assert.equal(
      changed
        .map((piece) => `${piece.kind} ${piece.quotedText.trim()}|${piece.sourceText.trim()}`)
        .join(', '),
      changes,
    );
    assert.equal(verdict.severity, severity);
    assert.ok(verdict.concerns.includes(concern), verdict.concerns.join());
    assert.equal(verdict.pieces.map(({ quotedText }) => quotedText).join(''), words);
    for (const { source: range, sourceText } of verdict.pieces)
      assert.equal(TEXT.slice(...range), sourceText);
  };

  test('shows what is altered', () => {
    checkAltered('The minister did rule out a 12% rise in rates.', 'error', 'negation', 'dropped |not');
    checkAltered('The minister did not rule out a 21% rise in rates.', 'error', 'number', 'changed 21|12');
    checkAltered('the mayor Anna Schmitt spoke of 1.5 million', 'error', 'name', 'changed Schmitt|Schmidt');
    checkAltered(
      'the mayor Anna Schmidt spoke of 1.5 billion visitors',
      'error',
      'number',
      'changed billion|million',
    );
    checkAltered(
      'The minister did not rule out a 12% rise in taxes',
      'warning',
      'word',
      'changed taxes|rates',
    );
    checkAltered('The minister did not rule out a 12% Rise in rates', 'error', 'name', 'changed Rise|rise');
    checkAltered('she said and left the well-known hall', 'warning', 'punctuation', 'dropped |—');
    checkAltered('violent protest went on', 'error', 'negation', 'dropped |non-');
    checkAltered('5 million visitors; nobody objected', 'error', 'number', 'changed 5|1.5');
    checkAltered('We can', 'error', 'negation', 'changed can|can’t');
    checkAltered('我们会放弃', 'error', 'negation', 'dropped |不');
    checkAltered('北京市政府星期四宣布，将在2025年前', 'error', 'number', 'changed 四|三');
    checkAltered('إن السقف يشكّل خطرًا على الناس', 'error', 'negation', 'dropped |لا');
    checkAltered('Un phare est un hôtel', 'error', 'negation', 'changed est|n’est pas');
    checkAltered(
      'rule out … the mayor Anna Schmitt spoke of 1.5',
      'error',
      'name',
      'changed Schmitt|Schmidt, dropped |million',
    );
  });

  test('takes an abbreviation for a name', () => {
    const verdict = checkQuotation('so the U.K. firm was told', sourceOf('And so the U.S. firm was told.'));
    assert.equal(verdict.kind === 'altered' && verdict.severity, 'error');
  });

  test('sees denials that are grown onto a word', () => {
    for (const [words, text] of [
      ['政府は消費税率を引き上げます', '政府は消費税率を引き上げません。'],
      ['政府は消費税率を引き上げました', '政府は消費税率を引き上げませんでした。'],
      ['彼はそれを知っている', '彼はそれを知っていない。'],
      ['우리는 세금을 올리겠다', '우리는 세금을 올리지 않겠다.'],
    ] as const) {
      const verdict = checkQuotation(words, sourceOf(text));
      assert.equal(verdict.kind, 'altered', words);
      assert.ok(verdict.concerns.includes('negation'), words);
    }
    const other = checkQuotation('彼はそれを見ていない', sourceOf('彼はそれを聞いていない。'));
    assert.equal(other.kind === 'altered' && other.severity, 'warning');
  });

  test('takes words out of order or from several places for an error', () => {
    for (const words of [
      'In Berlin, the mayor Anna Schmidt spoke. The minister did not rule out a 12% rise.',
      'the mayor Anna Schmidt … The minister did not rule out a 12% rise',
      'The minister did not rule out 1.5 million visitors',
      'the mayor Anna Schmidt … Anna Schmidt spoke',
    ]) {
      const verdict = checkQuotation(words, source);
      assert.equal(verdict.kind === 'altered' && verdict.severity, 'error', words);
    }
  });

  test('does not find what is not there', () => {
    for (const words of [
      'Experts were surprised by the speed of the decision in Paris.',
      'the of a in',
      '…',
      '',
      '“”',
      '今天的天气非常好',
    ]) {
      check(words, 'not found');
    }
  });

  test('says that the source changed since', () => {
    const edited = sourceOf(TEXT.replace('a 12% rise', 'a 14% rise'), TEXT);
    const verdict = checkQuotation('did not rule out a 12% rise in rates', edited);
    assert.equal(verdict.kind, 'source changed since');
    assert.equal(verdict.revision, 1);
    assert.equal(verdict.then.kind, 'exact');
    assert.deepEqual(verdict.now?.concerns, ['number']);
    const deleted = sourceOf(TEXT.split('\n\n').slice(2, 5).join('\n\n'), TEXT);
    const gone = checkQuotation('the mayor Anna Schmidt spoke', deleted);
    assert.equal(gone.kind === 'source changed since' && gone.now, undefined);
    assert.equal(checkQuotation('In Berlin, the mayor', edited).kind, 'exact');
  });

  test('takes bounded work for hostile input', () => {
    const long = sourceOf('a'.repeat(200_000));
    assert.equal(checkQuotation(`${'a'.repeat(50_000)}b`, long).kind, 'not found');
    assert.equal(checkQuotation('a … '.repeat(20_000), long).kind, 'not found');
    assert.equal(checkQuotation('['.repeat(50_000) + 'a', long).kind, 'not found');
    assert.equal(checkQuotation('[A]b'.repeat(10_000), sourceOf('ab '.repeat(60_000))).kind, 'not found');
    assert.equal(checkQuotation(`a${'\u0301'.repeat(50_000)}`, long).kind, 'not found');
  });
});

/** The first text is current, the others earlier. */
function sourceOf(text: string, ...earlier: readonly string[]): QuotedSource {
  return {
    current: { revision: 2, text: prepareSource(text) },
    earlier: earlier.map((one) => ({ revision: 1, text: prepareSource(one) })),
  };
}

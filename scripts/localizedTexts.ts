// The words of the extension that are translated, as they stand in its source.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { repository } from './paths.ts';

/** What the source says to the person. */
export interface LocalizedTexts {
  /** The messages of every call of `localize`, and of every error and sentence that the host translates, in the order of the files. */
  readonly messages: readonly string[];
  /** Those of the pages. */
  readonly pageMessages: ReadonlySet<string>;
  /** Calls whose message is no literal, as "src/host/commands.ts:39". */
  readonly computed: readonly string[];
  /** Calls whose values are not as many as the message's placeholders. */
  readonly miscounted: readonly string[];
  /** Literals of the library and the core, whose sentences the host translates when it shows them. */
  readonly sentences: ReadonlySet<string>;
}

/** Reads them with TypeScript's parser. */
export function localizedTexts(): LocalizedTexts {
  const messages = new Set<string>();
  const pageMessages = new Set<string>();
  const computed: string[] = [];
  const miscounted: string[] = [];
  const sentences = new Set<string>();
  for (const path of globSync('src/**/*.ts', { cwd: repository }).sort()) {
    const tree = parsed(path);
    const placeOf = (node: ts.Node): string =>
      `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteral(node) && knowsNoLanguage(path)) sentences.add(node.text);
      if (ts.isCallExpression(node) && node.expression.getText() === 'localize') {
        const [message, ...values] = node.arguments;
        if (message !== undefined && ts.isStringLiteralLike(message)) {
          messages.add(message.text);
          if (path.startsWith('src/webview/')) pageMessages.add(message.text);
          if (new Set(message.text.match(/\{\d+\}/g)).size !== values.length) miscounted.push(placeOf(node));
        } else computed.push(placeOf(node));
      }
      if (isSentence(node) && knowsNoLanguage(path)) {
        const [message] = node.arguments ?? [];
        if (message !== undefined && ts.isStringLiteralLike(message)) messages.add(message.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { messages: [...messages], pageMessages, computed, miscounted, sentences };
}

/** Whether it makes what the host translates. */
function isSentence(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'UserError';
  return ts.isCallExpression(node) && node.expression.getText() === 'sentenceOf';
}

/** Whether the host translates what is said there. */
function knowsNoLanguage(path: string): boolean {
  return /^src\/(?:library|core|cite-style)\//.test(path);
}

function parsed(path: string): ts.SourceFile {
  const text = readFileSync(join(repository, path), 'utf8');
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

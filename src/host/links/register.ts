// Links into Broadsheet from anywhere: to an article, or to a search.

import * as vscode from 'vscode';
import type { Headline } from '../../core/model/item.ts';
import type { Library } from '../../library/library.ts';
import type { Guard } from '../commands.ts';
import type { Disposable } from '../disposables.ts';
import { followLink, type LinkPorts } from './followLink.ts';
import { articleLink } from './linkRequest.ts';

export interface LinksParts extends LinkPorts {
  readonly library: Library;
  readonly guard: Guard;
  /** "publisher.name" */
  readonly extension: string;
}

export interface Links {
  /** Puts the links to articles on the clipboard, one a line. */
  copy(items: readonly Headline[]): Promise<void>;
  readonly disposable: Disposable;
}

export function registerLinks(parts: LinksParts): Links {
  const { library, guard, extension } = parts;
  return {
    async copy(items) {
      const links: string[] = [];
      for (const item of items) {
        // What has no address is known by its key alone, which it is given now.
        const key = item.citationKey ?? (item.url === undefined ? await library.mintKey(item.id) : undefined);
        links.push(articleLink(vscode.env.uriScheme, extension, { key, url: item.url }));
      }
      await vscode.env.clipboard.writeText(links.join('\n'));
    },
    disposable: vscode.window.registerUriHandler({
      handleUri: (uri) => void guard(() => followLink(parts, uri)),
    }),
  };
}

// The two web standards that core relies on and that every host has: Node,
// a web worker and a page. Nothing else of a platform is visible to core.

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  readonly encoding: string;
  decode(input?: Uint8Array): string;
}

declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  readonly protocol: string;
  readonly hostname: string;
  readonly href: string;
  readonly origin: string;
  pathname: string;
  search: string;
  hash: string;
}

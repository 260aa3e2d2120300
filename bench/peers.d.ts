// The little that is used of the peers' interfaces, so that types can be checked where they are not installed.

declare module 'minisearch' {
  interface Options {
    readonly fields: readonly string[];
    readonly storeFields: readonly string[];
  }
  interface Found {
    readonly id: number;
    readonly headline: string;
  }
  interface Asked {
    readonly combineWith: 'AND';
    readonly prefix: (term: string, index: number, terms: readonly string[]) => boolean;
    readonly boost: Readonly<Record<string, number>>;
    readonly filter?: (found: Found) => boolean;
  }
  export class MiniSearch {
    constructor(options: Options);
    static loadJSON(json: string, options: Options): MiniSearch;
    addAll(documents: readonly object[]): void;
    search(query: string, asked: Asked): readonly Found[];
  }
  export { MiniSearch as default };
}

declare module 'flexsearch' {
  export class Index {
    constructor(options: { readonly tokenize: 'forward' });
    add(id: number, text: string): void;
    search(query: string, options: { readonly limit: number }): readonly number[];
  }
}

declare module '@orama/orama' {
  export interface Orama {
    readonly id: string;
  }
  interface Found {
    readonly hits: readonly { readonly document: { readonly headline: string } }[];
  }
  export function create(options: { readonly schema: Readonly<Record<string, 'string'>> }): Orama;
  export function insertMultiple(database: Orama, documents: readonly object[], batch: number): unknown;
  export function search(
    database: Orama,
    asked: {
      readonly term: string;
      readonly limit: number;
      readonly threshold: number;
      readonly boost: Readonly<Record<string, number>>;
    },
  ): Found | Promise<Found>;
}

// A reference as the Citation Style Language's data format has it (CSL-JSON 1.0.2), as far as news needs it.

/** The kinds of text that news comes in; styles treat them differently. */
export type CslType = 'article-newspaper' | 'article-magazine' | 'webpage' | 'post-weblog';

/** A person by the parts of the name, or an organisation by its whole name. */
export type CslName =
  | {
      readonly family: string;
      readonly given?: string;
      /** A particle that goes with the family name: "van" in "van Gogh". */
      readonly 'non-dropping-particle'?: string;
      /** A particle that is left out where the family name stands alone: "von" in "Humboldt". */
      readonly 'dropping-particle'?: string;
      readonly suffix?: string;
    }
  | { readonly literal: string };

/** Year, month and day as far as they are known. */
export type DateParts =
  | readonly [year: number]
  | readonly [year: number, month: number]
  | readonly [year: number, month: number, day: number];

export interface CslDate {
  readonly 'date-parts': readonly [DateParts];
}

/** Facts for which the format has no field; styles print none of them. */
export interface CslCustom {
  /** ISO 8601: when the publisher last changed the text. */
  readonly dateModified?: string;
  /** Address or name of the licence. */
  readonly licence?: string;
  /** Address of an archived copy. */
  readonly archiveUrl?: string;
}

export interface CslItem {
  /** The citation key. */
  readonly id: string;
  readonly type: CslType;
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly section?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  /** The agency that the outlet had the text from. */
  readonly source?: string;
  readonly custom?: CslCustom;
}

/** A sentence for people, in both languages of the product. */
export type Bilingual = { readonly fr: string; readonly en: string };

/** The languages that the product speaks (it may read others). */
export type Lang = keyof Bilingual;

/** A text of the county in both languages. */
export interface Worded { readonly zh: string, readonly en: string }

/** The language of the texts in this folder, as a BCP 47 tag, and the direction in which it is read. */
export const language: { readonly tag: string; readonly direction: 'ltr' | 'rtl' } = { tag: 'en-GB', direction: 'ltr' };

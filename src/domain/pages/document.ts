/**
 * What a page says of itself when it is a document: read rather than worked in, and whole without React. Its layout
 * says it in a `meta` of these attributes, and whoever sends the page takes React out of it.
 */
export const DOCUMENT = { name: 'page-kind', content: 'document' } as const

/** The element under which the browser finds a part that comes alive; `data-island` names it, `data-given` holds what it shows. */
export const ISLAND = 'page-island'

/** The element around the part of a page that is one reader's; `data-islands` names what will come alive in it. */
export const READER_PART = 'reader-part'

/** The parts of pages that are one reader's; `src/browser/parts.tsx` says where each one is. */
export type ReaderPartName = 'Checkout' | 'Dashboard'

/** Islands that are always forms, and say more than the others: what `FORM_SENTENCES` names. `data-form` marks one that is at times. */
export const FORM_ISLANDS: readonly string[] = ['Cart', 'Checkout']

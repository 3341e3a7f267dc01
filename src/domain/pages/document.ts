/**
 * What a page says of itself when it is a document: read rather than worked in, and whole without React. Its layout
 * says it in a `meta` of these attributes, and whoever sends the page takes React out of it.
 */
export const DOCUMENT = { name: 'page-kind', content: 'document' } as const

/** The element under which the browser finds a part that comes alive; `data-island` names it, `data-given` holds what it shows. */
export const ISLAND = 'page-island'

/** Slugs of the pages that a buyer agrees to by paying, as far as the school has published them. */
export const ACCEPTED_BY_PAYING: readonly string[] = ['terms', 'refunds', 'privacy']

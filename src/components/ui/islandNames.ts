/** The parts of documents that come alive; `src/browser/islands.ts` says where each one is. */
export type IslandName =
  | 'AccountMenu'
  | 'CatalogLive'
  | 'Checkout'
  | 'DateTime'
  | 'MoreReviews'
  | 'NavLinks'
  | 'PathDesk'
  | 'Preferences'
  | 'PrintButton'
  | 'Purchase'
  | 'ReviewForm'
  | 'ShareLinks'

import type { Metadata } from 'next'

/** What is said of a page whose address may hold a key, which no other site should learn. */
export const keyedMetadata = (title: string): Metadata => ({
  referrer: 'no-referrer',
  robots: 'noindex',
  title,
})

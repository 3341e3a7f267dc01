import type { Metadata } from 'next'

import { NotFound } from '@/components/shell/NotFound'

export const dynamic = 'force-static'

/** Rendered when first asked for. */
export const generateStaticParams = () => []

export const metadata: Metadata = { robots: 'noindex' }

/**
 * What the front answers with, and status 404, in the place of a page that was not found: Next itself would send one
 * that is empty until React runs.
 */
export default function NotFoundPage() {
  return <NotFound />
}

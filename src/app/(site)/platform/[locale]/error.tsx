'use client'

import { Failure } from '@/components/shell/Failure'

/** What a page of the platform that broke shows. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return <Failure retry={reset} />
}

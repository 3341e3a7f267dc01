'use client'

import { Failure } from '@/components/shell/Failure'

/** What a page that broke shows, inside the school's header. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return <Failure retry={reset} />
}

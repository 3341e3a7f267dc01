'use client'

import { Failure } from '@/components/shell/Failure'

/** What a lesson that broke shows, under the classroom's header. */
export default function LearnError({ reset }: { reset: () => void }) {
  return (
    <main className="flex flex-1 flex-col" id="content">
      <Failure retry={reset} />
    </main>
  )
}

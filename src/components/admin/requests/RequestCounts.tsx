'use client'

import { useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

import { wordsIn } from '../words'
import { REQUEST_WORDS } from './words'

const VIEWS = ['requested', 'approved', 'all'] as const

type Counts = Partial<Record<(typeof VIEWS)[number], number>>

const queryOf = (view: (typeof VIEWS)[number]): string =>
  view === 'all' ? '' : `?where[status][equals]=${view}`

const countOf = async (view: (typeof VIEWS)[number]): Promise<Counts> => {
  const answer = await fetch(`/api/place-requests/count${queryOf(view)}`).catch(() => null)

  return answer?.ok ? { [view]: ((await answer.json()) as { totalDocs: number }).totalDocs } : {}
}

/** How many requests wait for what, each the way to the list of them. */
export const RequestCounts = ({ round = 0 }: { /** Another one asks again. */ round?: number }) => {
  const words = wordsIn(useTranslation().i18n.language, REQUEST_WORDS)
  const search = useSearchParams()
  const [counts, setCounts] = useState<Counts>({})

  useEffect(() => {
    void Promise.all(VIEWS.map(countOf)).then((found) =>
      setCounts(Object.assign({}, ...found) as Counts),
    )
  }, [round, search])
  const current = search.get('where[status][equals]') ?? 'all'

  return (
    <nav aria-label={words.label} className="lectern-desk__buttons">
      {VIEWS.map((view) => (
        <Link
          aria-current={current === view ? 'page' : undefined}
          className="lectern-desk__view"
          href={`/admin/collections/place-requests${queryOf(view)}`}
          key={view}
        >
          {words[view]}
          {counts[view] !== undefined && ` (${String(counts[view])})`}
        </Link>
      ))}
    </nav>
  )
}

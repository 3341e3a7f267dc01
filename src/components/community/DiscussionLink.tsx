'use client'

import { MessagesSquare } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { useLessonProgress } from '@/components/learning/LessonProgress'
import { callApi } from '@/components/shell/api'
import { Badge } from '@/components/ui/Badge'
import { TextLink } from '@/components/ui/TextLink'
import type { OpenDiscussion } from '@/operations/community/fresh'

import { useFreshWords } from './useFreshWords'

/** How much is new in the discussion of a cohort, asked for once the page stands; 0 until it is known. */
const useFresh = (course: string, cohort: null | string): number => {
  const [fresh, setFresh] = useState(0)
  useEffect(() => {
    const control = new AbortController()
    const ask = async () => {
      const answer = await callApi<{ discussions: OpenDiscussion[] }>(
        `/api/courses/${course}/discussions`,
        { signal: control.signal },
      )
      if (answer.ok) {
        setFresh(answer.data.discussions.find((one) => one.cohort === cohort)?.fresh ?? 0)
      }
    }
    if (cohort) {
      void ask()
    }

    return () => control.abort()
  }, [cohort, course])

  return fresh
}

/** The way to the discussion of the learner's cohort, and what is new in it; nothing for whoever is in none. */
export const DiscussionLink = ({ course }: { course: { id: string; slug: string } }) => {
  const t = useTranslations('learn')
  const words = useFreshWords()
  const cohort = useLessonProgress().learner?.discussion ?? null
  const fresh = useFresh(course.id, cohort)
  if (!cohort) {
    return null
  }

  return (
    <TextLink
      className="-mx-3 flex min-h-target items-center gap-3 rounded-control px-3 text-sm hover:bg-sunken"
      href={`/learn/${course.slug}/discussion`}
      prefetch={false}
      variant="plain"
    >
      <MessagesSquare aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.5} />
      {t('discussion')}
      {fresh > 0 && <Badge tone="info">{words(fresh)}</Badge>}
    </TextLink>
  )
}

'use client'

import dynamic from 'next/dynamic'

import { Skeleton } from '@/components/ui/Skeleton'

import { useLessonProgress } from '../LessonProgress'
import type { VideoSource } from './useSource'

const Waiting = () => (
  <Skeleton className="aspect-video h-auto w-full rounded-none md:rounded-card" />
)

const PlayerFrame = dynamic(() => import('./PlayerFrame').then(({ PlayerFrame: Frame }) => Frame), {
  loading: Waiting,
  ssr: false,
})

/**
 * A lesson's video, from where its learner left it. Its code comes only where there is one, and keeps its
 * place until then.
 */
export const Player = ({
  isKept,
  ...rest
}: {
  /** Whether the learner's progress is kept; not for visitors of a preview. */
  isKept: boolean
  /** Whether the reader reads another language than the school's own. */
  isForeign: boolean
  lesson: string
  source: VideoSource
  title: string
}) => {
  const { learner } = useLessonProgress()

  return learner ? (
    <PlayerFrame
      {...rest}
      learner={isKept ? (learner.user?.id ?? null) : null}
      now={learner.now}
      startAt={learner.resumeAt}
    />
  ) : (
    <Waiting />
  )
}

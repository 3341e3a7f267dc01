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

const AudioFrame = dynamic(() => import('./AudioFrame').then(({ AudioFrame: Frame }) => Frame), {
  loading: () => <Skeleton className="h-32 w-full" />,
  ssr: false,
})

/** The second that the address names, as a note's does; null on the server, where nothing is played. */
const askedFor = (): null | number => {
  if (typeof window === 'undefined') {
    return null
  }
  const at = Number(new URLSearchParams(window.location.search).get('at') ?? NaN)

  return Number.isFinite(at) && at >= 0 ? at : null
}

/**
 * A lesson's video or recording, from where its learner left it. Its code comes only where there is one, and keeps its
 * place until then.
 */
export const Player = ({
  isKept,
  isSound = false,
  ...rest
}: {
  /** Whether the learner's progress is kept; not for visitors of a preview. */
  isKept: boolean
  /** Whether the reader reads another language than the school's own. */
  isForeign: boolean
  /** Whether there is nothing to see. */
  isSound?: boolean
  lesson: string
  source: VideoSource
  title: string
}) => {
  const { learner } = useLessonProgress()

  const Frame = isSound ? AudioFrame : PlayerFrame
  if (!learner && isSound) {
    return <Skeleton className="h-32 w-full" />
  }

  return learner ? (
    <Frame
      {...rest}
      learner={isKept ? (learner.user?.id ?? null) : null}
      now={learner.now}
      startAt={askedFor() ?? learner.resumeAt}
    />
  ) : (
    <Waiting />
  )
}

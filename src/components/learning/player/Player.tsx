'use client'

import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'

import { Skeleton } from '@/components/ui/Skeleton'
import type { LessonLearner } from '@/operations/learning/lessonLearner'

import { useLessonProgress } from '../LessonProgress'
import { beginEarly } from './beginEarly'
import type { PlayerProps } from './usePlaying'
import type { VideoSource } from './useSource'

beginEarly()

const Waiting = () => (
  <Skeleton className="aspect-video h-auto w-full rounded-none md:rounded-card" />
)

const WaitingSound = () => <Skeleton className="h-32 w-full" />

const PlayerFrame = dynamic(() => import('./PlayerFrame').then(({ PlayerFrame: Frame }) => Frame), {
  loading: Waiting,
  ssr: false,
})

const AudioFrame = dynamic(() => import('./AudioFrame').then(({ AudioFrame: Frame }) => Frame), {
  loading: WaitingSound,
  ssr: false,
})

/** The second that the page's address names, as a note's does; null where it names none. */
const useAsked = (): null | number => {
  const at = Number(useSearchParams().get('at') ?? NaN)

  return Number.isFinite(at) && at >= 0 ? at : null
}

type PlacedProps = Omit<PlayerProps, 'asked' | 'learner' | 'now' | 'startAt'> & {
  isKept: boolean
  isSound: boolean
  learner: LessonLearner
}

/** The player of a learner who is known: only then is an address read, so that the page can be shared until then. */
const Placed = ({ isKept, isSound, learner, ...rest }: PlacedProps) => {
  const asked = useAsked()
  const Frame = isSound ? AudioFrame : PlayerFrame

  return (
    <Frame
      {...rest}
      asked={asked}
      learner={isKept ? (learner.user?.id ?? null) : null}
      now={learner.now}
      startAt={learner.resumeAt}
    />
  )
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

  const waiting = isSound ? <WaitingSound /> : <Waiting />

  return (
    <div className="contents" data-film={rest.lesson} data-sound={isSound || undefined}>
      {learner ? <Placed {...rest} isKept={isKept} isSound={isSound} learner={learner} /> : waiting}
    </div>
  )
}

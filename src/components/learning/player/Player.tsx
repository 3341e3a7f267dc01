'use client'

import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useSyncExternalStore } from 'react'

import type { LessonLearner } from '@/operations/learning/lessonLearner'

import { useLessonProgress } from '../LessonProgress'
import { beginEarly } from './beginEarly'
import type { PlayerProps } from './usePlaying'
import type { VideoSource } from './useSource'
import { WaitingFilm, WaitingSound } from './Waiting'

beginEarly()

const Film = dynamic(async () => (await import('./Film')).Film, { loading: WaitingFilm })

const Sound = dynamic(async () => (await import('./Sound')).Sound, { loading: WaitingSound })

const never = () => () => undefined

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
  const Frame = isSound ? Sound : Film

  return (
    <Frame
      playing={{
        ...rest,
        asked,
        learner: isKept ? (learner.user?.id ?? null) : null,
        now: learner.now,
        startAt: learner.resumeAt,
      }}
    />
  )
}

/**
 * A lesson's video or recording, from where its learner left it. Its code comes only where there is one, beside the page's own;
 * only a browser makes it, and it keeps its place until then.
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

  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const Frame = isSound ? Sound : Film

  return (
    <div className="contents" data-film={rest.source.opens ? undefined : rest.lesson}>
      {learner && isHere ? (
        <Placed {...rest} isKept={isKept} isSound={isSound} learner={learner} />
      ) : (
        <Frame playing={null} />
      )}
    </div>
  )
}

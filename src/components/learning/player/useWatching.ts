'use client'

import { useEffect, useEffectEvent, useState, type RefObject } from 'react'

import { useLessonProgress } from '../LessonProgress'
import { keepReporting } from './keepReporting'
import { openAt } from './openAt'
import type { WatchedAnswer } from './reporter'
import { serverClock } from './serverClock'
import { collect, drain, NOTHING, type PlayerEvent } from './spanCollector'

type Watching = {
  /** Whether it was opened at a place that was asked for: where it was left does not matter then. */
  isPlaced: boolean
  /** Whose reports they are; null where nobody's progress is kept. */
  learner: null | string
  lesson: string
  now: number
  video: RefObject<HTMLMediaElement | null>
}

/**
 * Follows a video or an audio element and tells the server what was really played: every ten seconds, on pause, at its
 * end, when the page is hidden and when it closes. True while reports wait for a connection.
 */
export const useWatching = ({ isPlaced, learner, lesson, now, video }: Watching): boolean => {
  const [isWaiting, setWaiting] = useState(false)
  const [clock] = useState(() => serverClock(now))
  const { markCompleted, showShare } = useLessonProgress()
  const onAnswer = useEffectEvent((answer: WatchedAnswer) => {
    if (answer.lesson !== lesson) {
      return
    }
    showShare(answer.share)
    if (answer.completed) {
      markCompleted(lesson)
    }
    if (!isPlaced && video.current?.played.length === 0) {
      openAt(video.current, answer.position)
    }
  })

  useEffect(() => {
    const element = video.current
    if (!element || !learner) {
      return
    }
    let collected = NOTHING
    let told = element.currentTime
    const take = () => {
      const { rest, spans } = drain(collected)
      collected = rest
      const { currentTime: position } = element
      const isNews = spans.length > 0 || (element.played.length > 0 && position !== told)
      told = position

      return isNews ? { at: clock(), lesson, position, spans } : null
    }
    const reporting = keepReporting({
      learner,
      onAnswer: (answer) => onAnswer(answer),
      onWaiting: setWaiting,
      take,
    })
    const stop = followVideo(element, (event) => {
      collected = collect(collected, event)
      if (event.kind === 'stop') {
        reporting.tell()
      }
    })

    return () => {
      stop()
      reporting.end()
    }
  }, [clock, learner, lesson, video])

  return isWaiting
}

/** Puts the events of a video element into the words of the collector. Answers the function that ends it. */
const followVideo = (
  element: HTMLMediaElement,
  heard: (event: PlayerEvent) => void,
): (() => void) => {
  const moment = (kind: 'play' | 'stop' | 'time') => () => {
    if (!element.seeking) {
      const { currentTime: position, playbackRate: rate } = element
      heard({ clock: performance.now(), kind, position, rate })
    }
  }
  const stop = moment('stop')
  const whilePlaying = (told: () => void) => () => {
    if (!element.paused) {
      told()
    }
  }
  const listeners = {
    ended: stop,
    pause: stop,
    playing: moment('play'),
    seeked: whilePlaying(moment('play')),
    seeking: () => heard({ kind: 'seek' }),
    timeupdate: whilePlaying(moment('time')),
    waiting: stop,
  }
  for (const [name, listener] of Object.entries(listeners)) {
    element.addEventListener(name, listener)
  }

  return () => {
    for (const [name, listener] of Object.entries(listeners)) {
      element.removeEventListener(name, listener)
    }
  }
}

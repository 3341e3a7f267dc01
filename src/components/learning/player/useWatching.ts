'use client'

import { useEffect, useEffectEvent, useState, type RefObject } from 'react'

import { useLessonProgress } from '../LessonProgress'
import { openAt } from './openAt'
import { watchReporter, type WatchedAnswer } from './reporter'
import { serverClock } from './serverClock'
import { collect, drain, NOTHING, type PlayerEvent } from './spanCollector'
import { beaconWatched, reportStore, sendWatched } from './watchedRequests'

/** How often a playing video is reported, in ms. */
const EVERY = 10_000

type Watching = {
  /** Whose reports they are; null where nobody's progress is kept. */
  learner: null | string
  lesson: string
  now: number
  video: RefObject<HTMLVideoElement | null>
}

/**
 * Follows a video element and tells the server what was really played: every ten seconds, on pause, at its
 * end, when the page is hidden and when it closes. True while reports wait for a connection.
 */
export const useWatching = ({ learner, lesson, now, video }: Watching): boolean => {
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
    if (video.current?.played.length === 0) {
      openAt(video.current, answer.position)
    }
  })

  useEffect(() => {
    const element = video.current
    if (!element || !learner) {
      return
    }
    const reporter = watchReporter({
      beacon: beaconWatched,
      onAnswer: (answer) => onAnswer(answer),
      onWaiting: setWaiting,
      send: sendWatched,
      store: reportStore(learner),
    })
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
    const tell = () => {
      const report = take()
      if (report) {
        void reporter.report(report)
      }
    }
    const stop = followVideo(element, (event) => {
      collected = collect(collected, event)
      if (event.kind === 'stop') {
        tell()
      }
    })
    const leave = () => {
      if (document.visibilityState === 'hidden') {
        reporter.leave(take())
      }
    }
    const closing = () => reporter.leave(take())
    const again = () => void reporter.flush()
    const timer = setInterval(tell, EVERY)
    document.addEventListener('visibilitychange', leave)
    addEventListener('pagehide', closing)
    addEventListener('online', again)
    void reporter.flush()

    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', leave)
      removeEventListener('pagehide', closing)
      removeEventListener('online', again)
      stop()
      tell()
      reporter.stop()
    }
  }, [clock, learner, lesson, video])

  return isWaiting
}

/** Puts the events of a video element into the words of the collector. Answers the function that ends it. */
const followVideo = (
  element: HTMLVideoElement,
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

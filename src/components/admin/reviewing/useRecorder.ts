'use client'

import { useEffect, useRef, useState } from 'react'

import { MOST_RECORDING_SECONDS } from '@/domain/learning/assignments/review'

/** What is recorded: sound alone, or a film. */
export type RecordingKind = 'film' | 'sound'

/** What most browsers play, before what some of them alone do. */
const TYPES: Record<RecordingKind, readonly string[]> = {
  film: ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/webm;codecs=vp8,opus', 'video/webm'],
  sound: ['audio/mp4', 'audio/webm;codecs=opus', 'audio/webm'],
}

type Running = {
  ending: ReturnType<typeof setTimeout>
  recorder: MediaRecorder
  stream: MediaStream
}

const end = ({ ending, recorder, stream }: Running): void => {
  clearTimeout(ending)
  if (recorder.state !== 'inactive') {
    recorder.stop()
  }
  stream.getTracks().forEach((track) => track.stop())
}

/**
 * Records what is said into the microphone, or the camera too, for ten minutes at most; `onDone` is handed the file. No
 * device stays open after it, nor after the component is gone.
 */
export const useRecorder = (onDone: (file: Blob) => void) => {
  const running = useRef<null | Running>(null)
  const [seconds, setSeconds] = useState<null | number>(null)
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [isRefused, setRefused] = useState(false)

  const stop = () => {
    if (running.current) {
      end(running.current)
      running.current = null
    }
    setStream(null)
    setSeconds(null)
  }
  const start = async (kind: RecordingKind): Promise<void> => {
    setRefused(false)
    try {
      const opened = await navigator.mediaDevices.getUserMedia({
        audio: true,
        video: kind === 'film',
      })
      const mimeType = TYPES[kind].find((type) => MediaRecorder.isTypeSupported(type))
      const recorder = new MediaRecorder(opened, mimeType ? { mimeType } : undefined)
      const parts: Blob[] = []
      recorder.ondataavailable = ({ data }) => parts.push(data)
      recorder.onstop = () => {
        const [type = ''] = recorder.mimeType.split(';')
        onDone(new Blob(parts, { type }))
      }
      const ending = setTimeout(stop, MOST_RECORDING_SECONDS * 1000)
      running.current = { ending, recorder, stream: opened }
      recorder.start(1000)
      setStream(kind === 'film' ? opened : null)
      setSeconds(0)
    } catch {
      setRefused(true)
    }
  }

  const isRunning = seconds !== null
  useEffect(() => {
    if (!isRunning) {
      return
    }
    const clock = setInterval(
      () => setSeconds((count) => (count === null ? null : count + 1)),
      1000,
    )

    return () => clearInterval(clock)
  }, [isRunning])
  useEffect(
    () => () => {
      if (running.current) {
        running.current.recorder.onstop = null
        end(running.current)
      }
    },
    [],
  )

  return { isRefused, seconds, start, stop, stream }
}

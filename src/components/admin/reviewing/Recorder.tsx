'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

import { MOST_RECORDING_BYTES } from '@/domain/learning/assignments/review'

import type { ReviewWords } from './words'

import { useRecorder } from './useRecorder'

const timeOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** What is recorded or chosen, to be heard once before it goes. */
const Heard = ({ file }: { file: Blob }) => {
  const player = useRef<HTMLMediaElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(file)
    if (player.current) {
      player.current.src = url
    }

    return () => URL.revokeObjectURL(url)
  }, [file])

  return file.type.startsWith('audio/') ? (
    <audio controls ref={player} />
  ) : (
    <video controls playsInline ref={player as React.RefObject<HTMLVideoElement>} />
  )
}

/** What the camera sees while it films. */
const Seen = ({ stream }: { stream: MediaStream }) => {
  const player = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (player.current) {
      player.current.srcObject = stream
    }
  }, [stream])

  return <video aria-hidden autoPlay muted playsInline ref={player} />
}

/** A spoken or filmed word about somebody's work: recorded, heard once, and sent. */
export const Recorder = ({
  isBusy,
  onSend,
  share,
  words,
}: {
  isBusy: boolean
  /** Answers whether it arrived. */
  onSend: (file: Blob) => Promise<boolean>
  /** How far it is on its way, from 0 to 1; null where nothing is. */
  share: null | number
  words: ReviewWords
}) => {
  const [file, setFile] = useState<Blob | null>(null)
  const [refusal, setRefusal] = useState<null | string>(null)
  const recorder = useRecorder(setFile)
  const chooser = useRef<HTMLInputElement>(null)

  const choose = (chosen: File | undefined) => {
    const isTooLarge = (chosen?.size ?? 0) > MOST_RECORDING_BYTES
    const isMedia = /^(audio|video)\//.test(chosen?.type ?? '')
    setRefusal(
      isTooLarge
        ? words.tooLarge(MOST_RECORDING_BYTES / 1024 ** 2)
        : isMedia
          ? null
          : words.wrongFile,
    )
    setFile(chosen && isMedia && !isTooLarge ? chosen : null)
  }
  const send = async () => {
    if (file && (await onSend(file))) {
      setFile(null)
    }
  }

  return (
    <div aria-label={words.spoken} className="lectern-recorder" role="group">
      {recorder.stream && <Seen stream={recorder.stream} />}
      {file && <Heard file={file} />}
      {(recorder.isRefused || refusal) && <p role="alert">{refusal ?? words.noDevice}</p>}
      {share !== null && (
        <p role="status">
          {words.sending(Math.round(share * 100))}{' '}
          <progress aria-label={words.spoken} value={share} />
        </p>
      )}
      <div className="lectern-grading-foot">
        {recorder.seconds !== null ? (
          <Button buttonStyle="secondary" margin={false} onClick={recorder.stop} size="medium">
            {words.stop} <span aria-live="off">({words.recording(timeOf(recorder.seconds))})</span>
          </Button>
        ) : file ? (
          <>
            <Button disabled={isBusy} margin={false} onClick={() => void send()} size="medium">
              {words.sendRecording}
            </Button>
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => setFile(null)}
              size="medium"
            >
              {words.discard}
            </Button>
          </>
        ) : (
          <>
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => void recorder.start('sound')}
              size="medium"
            >
              {words.recordSound}
            </Button>
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => void recorder.start('film')}
              size="medium"
            >
              {words.recordFilm}
            </Button>
            <Button
              buttonStyle="secondary"
              disabled={isBusy}
              margin={false}
              onClick={() => chooser.current?.click()}
              size="medium"
            >
              {words.addFile}
            </Button>
          </>
        )}
      </div>
      <input
        accept="audio/*,video/*"
        aria-label={words.addFile}
        hidden
        onChange={({ target }) => {
          choose(target.files?.[0])
          target.value = ''
        }}
        ref={chooser}
        type="file"
      />
    </div>
  )
}

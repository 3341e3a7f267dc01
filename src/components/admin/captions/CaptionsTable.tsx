'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import type { CaptionedFilm } from '@/operations/catalog/captionedFilm'

import { typedTime } from '@/domain/media/webvtt'

import type { CaptionFile, Line } from './useCaptions'

import { wordsIn } from '../words'
import { CaptionLine } from './CaptionLine'
import { lineAfter, useCaptions, wrongLines } from './useCaptions'
import { CAPTION_WORDS } from './words'

const FIRST = { to: '00:00:00.000' }

/** The lines of a file of captions, each with its times and its text, beside the film they belong to. */
export const CaptionsTable = ({
  file,
  film,
}: {
  file: CaptionFile
  film: CaptionedFilm | null
}) => {
  const { i18n } = useTranslation()
  const words = wordsIn(i18n.language, CAPTION_WORDS)
  const { lines, save, setLines, status } = useCaptions(file)
  const [isBusy, setBusy] = useState(false)
  const player = useRef<HTMLVideoElement>(null)
  const wrong = wrongLines(lines)
  const keep = async () => {
    setBusy(true)
    if (await save()) {
      toast.success(words.saved)
      window.location.reload()
    } else {
      toast.error(words.failed)
      setBusy(false)
    }
  }
  const play = (line: Line) => {
    if (player.current) {
      player.current.currentTime = typedTime(line.from) ?? 0
      void player.current.play()
    }
  }
  const addAfter = (line: Line) =>
    setLines((all) => all.flatMap((one) => (one.key === line.key ? [one, lineAfter(one)] : [one])))

  return (
    <section aria-label={words.heading} className="lectern-captions">
      <h3>{words.heading}</h3>
      {film ? (
        <video
          controls
          preload="metadata"
          ref={player}
          src={`/api/media/file/${encodeURIComponent(film.filename)}`}
        />
      ) : (
        <p>{words.noFilm}</p>
      )}
      {status === 'loading' && <p role="status">{words.loading}</p>}
      {status === 'unread' && <p role="alert">{words.unread}</p>}
      {status === 'ready' && (
        <>
          <ol>
            {lines.map((line) => (
              <CaptionLine
                isWrong={wrong.has(line.key)}
                key={line.key}
                line={line}
                onAdd={() => addAfter(line)}
                onChange={(change) =>
                  setLines((all) =>
                    all.map((one) => (one.key === line.key ? { ...one, ...change } : one)),
                  )
                }
                onPlay={film ? () => play(line) : undefined}
                onRemove={() => setLines((all) => all.filter(({ key }) => key !== line.key))}
                words={words}
              />
            ))}
          </ol>
          {lines.length === 0 && (
            <Button buttonStyle="secondary" onClick={() => setLines(() => [lineAfter(FIRST)])}>
              {words.add}
            </Button>
          )}
          {wrong.size > 0 && <p role="alert">{words.wrongTime}</p>}
          <Button
            disabled={isBusy || wrong.size > 0 || lines.length === 0}
            onClick={() => void keep()}
          >
            {words.save}
          </Button>
        </>
      )}
    </section>
  )
}

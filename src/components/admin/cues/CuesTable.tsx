'use client'

import { Button } from '@payloadcms/ui'
import { useRef } from 'react'

import type { Cue } from '@/domain/catalog/lessons/cues'

import type { Film } from './useAskable'
import type { CueWords } from './words'

import { CueRow } from './CueRow'

type Given = {
  askable: Film | null
  cues: readonly Cue[]
  isReadOnly: boolean
  onChange: (cues: Cue[]) => void
  words: CueWords
}

const bySecond = (cues: readonly Cue[]): Cue[] => cues.toSorted((one, other) => one.at - other.at)

/** The film, and below it what it asks at which second; what is added is asked where the film stands. */
export const CuesTable = ({ askable, cues, isReadOnly, onChange, words }: Given) => {
  const player = useRef<HTMLMediaElement>(null)
  if (!askable) {
    return <p role="status">{words.loading}</p>
  }
  if (askable.status === 'failed') {
    return <p role="alert">{words.failed}</p>
  }
  const { filename, isSound, questions } = askable
  const Media = isSound ? 'audio' : 'video'
  const free = questions.filter(({ id }) => !cues.some((cue) => cue.id === id))
  const [next] = free
  const add = () => {
    if (next) {
      const at = Math.round((player.current?.currentTime ?? 0) * 10) / 10
      onChange(bySecond([...cues, { id: next.id, at, branches: [], isBlocking: true }]))
    }
  }
  const show = (at: number) => {
    if (player.current) {
      player.current.currentTime = at
    }
  }

  return (
    <>
      {filename ? (
        <Media
          controls
          preload="metadata"
          ref={(element: HTMLMediaElement | null) => {
            player.current = element
          }}
          src={`/api/media/file/${encodeURIComponent(filename)}`}
        />
      ) : (
        <p>{words.noFilm}</p>
      )}
      <ol>
        {cues.map((cue) => (
          <CueRow
            cue={cue}
            isReadOnly={isReadOnly}
            key={cue.id}
            onChange={(change) =>
              onChange(
                bySecond(cues.map((one) => (one.id === cue.id ? { ...one, ...change } : one))),
              )
            }
            onRemove={() => onChange(cues.filter(({ id }) => id !== cue.id))}
            onShow={filename ? () => show(cue.at) : undefined}
            questions={questions.filter(
              ({ id }) => id === cue.id || free.some((one) => one.id === id),
            )}
            words={words}
          />
        ))}
      </ol>
      {questions.length === 0 && <p role="status">{words.noQuestions}</p>}
      {!isReadOnly && (
        <Button buttonStyle="secondary" disabled={!next} onClick={add}>
          {words.add}
        </Button>
      )}
    </>
  )
}

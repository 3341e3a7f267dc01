'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'

import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'
import { Textarea } from '@/components/ui/Textarea'
import { TextLink } from '@/components/ui/TextLink'
import { LONGEST_NOTE, type Note } from '@/domain/learning/notes'
import { clockOf } from '@/domain/media/chapters'

import { NoteLine } from './NoteLine'
import type { Notes } from './useNotes'

/** Where a note is written: `now` is the second at which the film stands, for a lesson that has one. */
export type Writing = { now?: () => number; onOpen?: (seconds: number) => void }

/** One's own notes in a lesson: write another, find the place of one again. */
export const NotesPanel = ({
  notes: { add, change, code, drop, notes },
  now,
  onOpen,
  whereOf,
}: Writing & {
  notes: Notes
  /** Leads to the place of a note that is at no second. */
  whereOf?: (note: Note) => ReactNode
}) => {
  const t = useTranslations('learn.notes')
  const say = useErrorText()
  const [text, setText] = useState('')
  const [at, setAt] = useState<null | number>(null)
  const [isBusy, setBusy] = useState(false)
  const second = now ? (at ?? undefined) : undefined
  const keep = async () => {
    setBusy(true)
    const place = now ? { second: at ?? now() } : {}
    if (await add({ kind: 'note', text: text.trim(), ...place })) {
      setText('')
      setAt(null)
    }
    setBusy(false)
  }

  return (
    <div className="flex flex-col gap-4">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <Textarea
          aria-label={t('new')}
          dir="auto"
          maxLength={LONGEST_NOTE}
          onChange={({ target }) => {
            setText(target.value)
            setAt((before) => before ?? now?.() ?? null)
          }}
          placeholder={t('new')}
          rows={2}
          value={text}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button disabled={!text.trim()} loading={isBusy} size="small" type="submit">
            {second === undefined ? t('keep') : t('keepAt', { time: clockOf(second) })}
          </Button>
          {now && (
            <Button
              onClick={() => void add({ kind: 'bookmark', second: now() })}
              size="small"
              variant="quiet"
            >
              {t('bookmark')}
            </Button>
          )}
          <TextLink className="ms-auto text-sm" href="/notes" prefetch={false}>
            {t('all')}
          </TextLink>
        </div>
      </form>
      {code && <Alert tone="danger">{say(code)}</Alert>}
      {!notes && !code && <Skeleton className="h-24" />}
      {notes?.length === 0 && (
        <Text size="small" tone="muted">
          {t('none')}
        </Text>
      )}
      {notes && notes.length > 0 && (
        <ul aria-label={t('title')} className="divide-y divide-line border-y border-line">
          {notes.map((note) => (
            <NoteLine
              key={note.id}
              note={note}
              onChange={(words) => change(note.id, words)}
              onDrop={() => drop(note.id)}
              where={
                note.second !== null && onOpen ? (
                  <Moment onOpen={onOpen} second={note.second} />
                ) : (
                  whereOf?.(note)
                )
              }
            />
          ))}
        </ul>
      )}
    </div>
  )
}

const Moment = ({ onOpen, second }: { onOpen: (seconds: number) => void; second: number }) => {
  const t = useTranslations('learn.notes')
  const time = clockOf(second)

  return (
    <Button
      aria-label={t('goTo', { time })}
      className="self-start px-2 tabular-nums"
      onClick={() => onOpen(second)}
      size="small"
      variant="secondary"
    >
      {time}
    </Button>
  )
}

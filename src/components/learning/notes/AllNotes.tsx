'use client'

import { NotebookPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

import { callApi } from '@/components/shell/api'
import { useErrorText } from '@/components/shell/useErrorText'
import { Alert } from '@/components/ui/Alert'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { EmptyState } from '@/components/ui/EmptyState'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { Skeleton } from '@/components/ui/Skeleton'
import { Text } from '@/components/ui/Text'
import { TextLink } from '@/components/ui/TextLink'
import type { Note } from '@/domain/learning/notes'
import { clockOf } from '@/domain/media/chapters'

import { NoteLine } from './NoteLine'

/** How long nothing is typed before it is looked for, in ms. */
const PAUSE = 250

const queryOf = (given: Record<string, null | string>): string =>
  String(
    new URLSearchParams(
      Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : [])),
    ),
  )

type Read = { next: null | string; notes: Note[] }

/** All notes of a learner, to search and to take along. */
export const AllNotes = ({ courses }: { courses: readonly { slug: string; title: string }[] }) => {
  const t = useTranslations('learn.notes')
  const say = useErrorText()
  const [q, setQ] = useState('')
  const [course, setCourse] = useState('')
  const [read, setRead] = useState<null | Read>(null)
  const [code, setCode] = useState<null | string>(null)
  const query = queryOf({ course, q: q.trim() })
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    const timer = setTimeout(
      () =>
        void callApi<Read>(`/api/notes?${query}`, { signal }).then((said) => {
          if (!signal.aborted) {
            setCode(said.ok ? null : said.code)
            setRead((before) => (said.ok ? said.data : before))
          }
        }),
      PAUSE,
    )

    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [query])
  const more = async (after: string) => {
    const said = await callApi<Read>(`/api/notes?${queryOf({ after, course, q: q.trim() })}`)
    if (said.ok) {
      setRead((before) => ({
        ...said.data,
        notes: [...(before?.notes ?? []), ...said.data.notes],
      }))
    }
  }
  const change = (next: (notes: Note[]) => Note[]) =>
    setRead((before) => before && { ...before, notes: next(before.notes) })
  if (courses.length === 0) {
    return (
      <EmptyState
        action={<ButtonLink href="/dashboard">{t('toLearning')}</ButtonLink>}
        body={t('emptyBody')}
        icon={NotebookPen}
        title={t('emptyTitle')}
      />
    )
  }

  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap gap-3">
        <Input
          aria-label={t('search')}
          className="min-w-0 flex-1 basis-60"
          onChange={({ target }) => setQ(target.value)}
          placeholder={t('search')}
          type="search"
          value={q}
        />
        {courses.length > 1 && (
          <Select
            aria-label={t('course')}
            className="sm:max-w-60"
            onChange={({ target }) => setCourse(target.value)}
            options={[
              { label: t('everyCourse'), value: '' },
              ...courses.map(({ slug, title }) => ({ label: title, value: slug })),
            ]}
            value={course}
          />
        )}
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
        {(['md', 'csv'] as const).map((format) => (
          <TextLink
            download
            href={`/api/notes/file?${queryOf({ course, format, q: q.trim() })}`}
            key={format}
          >
            {t(`take.${format}`)}
          </TextLink>
        ))}
      </div>
      {code && <Alert tone="danger">{say(code)}</Alert>}
      {!read && !code && <Skeleton className="h-40" />}
      <div role="status">
        {read?.notes.length === 0 && <Text tone="muted">{t('notFound')}</Text>}
      </div>
      {read && read.notes.length > 0 && (
        <ul aria-label={t('title')} className="divide-y divide-line border-y border-line">
          {read.notes.map((note) => (
            <NoteLine
              key={note.id}
              note={note}
              onChange={async (text) => {
                const said = await callApi<Note>(`/api/notes/${note.id}`, {
                  body: { text },
                  method: 'PATCH',
                })
                if (said.ok) {
                  change((notes) => notes.map((one) => (one.id === note.id ? said.data : one)))
                }

                return said.ok
              }}
              onDrop={async () => {
                const { ok } = await callApi(`/api/notes/${note.id}`, { method: 'DELETE' })
                if (ok) {
                  change((notes) => notes.filter(({ id }) => id !== note.id))
                }

                return ok
              }}
              where={<Place note={note} />}
            />
          ))}
        </ul>
      )}
      {read?.next && (
        <Button
          className="self-center"
          onClick={() => read.next && void more(read.next)}
          variant="secondary"
        >
          {t('more')}
        </Button>
      )}
    </div>
  )
}

/** Of which lesson a note is, and a way to it while it is open. */
const Place = ({ note: { course, lesson, second } }: { note: Note }) => {
  const clock = second === null ? '' : ` · ${clockOf(second)}`
  const at = second === null ? '' : `?at=${Math.floor(second)}`

  return (
    <Text as="div" size="small" tone="muted">
      {lesson.isOpen ? (
        <TextLink href={`/learn/${course.slug}/${lesson.id}${at}`} prefetch={false}>
          <bdi>{lesson.title}</bdi>
          {clock}
        </TextLink>
      ) : (
        <>
          <bdi>{lesson.title}</bdi>
          {clock}
        </>
      )}
      {' · '}
      <bdi>{course.title}</bdi>
    </Text>
  )
}

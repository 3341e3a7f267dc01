'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'

import type { LessonKind } from '@/domain/catalog/lessons/kinds'
import type { CurriculumSection } from '@/domain/catalog/curriculum/tree'

import { LONGEST_TITLE } from '@/domain/catalog/curriculum/changes'
import { cleanTitle } from '@/domain/catalog/curriculum/pasted'
import { LESSON_KINDS } from '@/domain/catalog/lessons/kinds'

import { useBuilder } from './context'
import { addStep } from './steps'

/** The last row of a section: a lesson is written into it, Enter adds it, and the next can follow at once. */
export const AddLesson = ({ section: { id, title } }: { section: CurriculumSection }) => {
  const { ask, curriculum, words } = useBuilder()
  const [isOpen, setOpen] = useState(false)
  const [kind, setKind] = useState<LessonKind>('video')
  const [written, setWritten] = useState('')
  if (!isOpen) {
    return (
      <button
        aria-label={words.addLessonTo(title)}
        className="lectern-build__quiet"
        onClick={() => setOpen(true)}
        type="button"
      >
        <Plus aria-hidden size={16} /> {words.addLesson}
      </button>
    )
  }
  const add = () => {
    const clean = cleanTitle(written)
    if (clean) {
      setWritten('')
      void curriculum.run(addStep([{ lessons: [{ kind, title: clean }], section: id }], words))
    }
  }

  return (
    <form
      className="lectern-build__add"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setOpen(false)
        }
      }}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <select
        aria-label={words.kind}
        onChange={({ target }) => setKind(target.value as LessonKind)}
        value={kind}
      >
        {LESSON_KINDS.map((one) => (
          <option key={one} value={one}>
            {words.kinds[one]}
          </option>
        ))}
      </select>
      <input
        aria-label={words.titleLesson}
        autoFocus
        className="lectern-build__field"
        dir="auto"
        maxLength={LONGEST_TITLE}
        onChange={({ target }) => setWritten(target.value)}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text/plain')
          if (/\S[\r\n]+\s*\S/.test(text)) {
            event.preventDefault()
            ask({ dialog: 'list', section: id, text })
          }
        }}
        placeholder={words.titleLesson}
        value={written}
      />
      <button className="lectern-build__button" disabled={!cleanTitle(written)} type="submit">
        {words.add}
      </button>
      <button className="lectern-build__quiet" onClick={() => setOpen(false)} type="button">
        {words.cancel}
      </button>
    </form>
  )
}

'use client'

import { useState } from 'react'

import type { NewPart } from '@/domain/catalog/curriculum/changes'
import type { LessonKind } from '@/domain/catalog/lessons/kinds'

import { countParts, partsOf } from '@/domain/catalog/curriculum/pasted'
import { LESSON_KINDS } from '@/domain/catalog/lessons/kinds'

import { useBuilder } from './context'
import { Dialog } from './Dialog'
import { addStep } from './steps'

/** Many lessons and sections at once, written or pasted as a list. */
export const ListDialog = ({
  onClose,
  section,
  text: given,
}: {
  onClose: () => void
  section: null | string
  text: string
}) => {
  const { curriculum, words } = useBuilder()
  const [text, setText] = useState(given)
  const [kind, setKind] = useState<LessonKind>('video')
  const parts = partsOf(text, kind)
  const { lessons, sections } = countParts(parts)
  const home = section ?? curriculum.sections.at(-1)?.id
  const add = () => {
    const placed = parts.map((part): NewPart => {
      if (part.title !== undefined) {
        return part
      }

      return home ? { ...part, section: home } : { ...part, title: words.firstSection }
    })
    onClose()
    void curriculum.run(addStep(placed, words))
  }

  return (
    <Dialog
      actions={
        <button className="lectern-build__button" disabled={parts.length === 0} type="submit">
          {words.add}
        </button>
      }
      onClose={onClose}
      onSubmit={add}
      title={words.listTitle}
    >
      <p id="list-hint">{words.listHint}</p>
      <textarea
        aria-describedby="list-hint"
        aria-label={words.listLabel}
        autoFocus
        className="lectern-build__field"
        dir="auto"
        onChange={({ target }) => setText(target.value)}
        placeholder={words.listPlaceholder}
        rows={10}
        value={text}
      />
      <div className="lectern-build__split">
        <label>
          <span>{words.kind}</span>
          <select onChange={({ target }) => setKind(target.value as LessonKind)} value={kind}>
            {LESSON_KINDS.map((one) => (
              <option key={one} value={one}>
                {words.kinds[one]}
              </option>
            ))}
          </select>
        </label>
        <output aria-live="polite">{parts.length > 0 && words.listCount(sections, lessons)}</output>
      </div>
    </Dialog>
  )
}

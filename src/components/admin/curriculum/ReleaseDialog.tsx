'use client'

import { useState } from 'react'

import type { Picked } from '@/domain/catalog/curriculum/changes'

import { ReleaseEditor } from '../release/ReleaseEditor'
import { useReleaseWords } from '../release/words'
import { useBuilder } from './context'
import { Dialog } from './Dialog'
import { releaseStep } from './steps'

/** When one section or one lesson opens to a learner. */
export const ReleaseDialog = ({ about, onClose }: { about: Picked; onClose: () => void }) => {
  const { curriculum } = useBuilder()
  const words = useReleaseWords()
  const section = curriculum.sections.find(({ id }) => id === about.sections[0])
  const row =
    section ??
    curriculum.sections.flatMap(({ lessons }) => lessons).find(({ id }) => id === about.lessons[0])
  const [rule, setRule] = useState(row?.release ?? null)
  if (!row) {
    return null
  }
  const save = () => {
    onClose()
    void curriculum.run(
      releaseStep(
        { id: row.id, item: section ? 'section' : 'lesson', release: rule, was: row.release },
        words.done(row.title),
      ),
    )
  }

  return (
    <Dialog
      actions={
        <button className="lectern-build__button" type="submit">
          {words.save}
        </button>
      }
      onClose={onClose}
      onSubmit={save}
      title={words.title(row.title)}
    >
      <ReleaseEditor
        itself={row.id}
        onChange={setRule}
        sections={curriculum.sections}
        value={rule}
      />
    </Dialog>
  )
}

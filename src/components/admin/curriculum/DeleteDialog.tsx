'use client'

import type { Picked } from '@/domain/catalog/curriculum/changes'

import { lessonsOf, useBuilder } from './context'
import { Dialog } from './Dialog'
import { trashStep } from './steps'

/** What deleting comes to, for who builds and for who learns. */
export const DeleteDialog = ({ about, onClose }: { about: Picked; onClose: () => void }) => {
  const { curriculum, selection, words } = useBuilder()
  const lessons = lessonsOf(curriculum.sections, about)
  const begun = lessons.filter(({ isBegun }) => isBegun).length
  const section = curriculum.sections.find(({ id }) => id === about.sections[0])
  const remove = () => {
    onClose()
    selection.clear()
    void curriculum.run(
      trashStep(
        about,
        section ? words.done.deletedSection(section.title) : words.done.deleted(lessons.length),
      ),
    )
  }

  return (
    <Dialog
      actions={
        <button autoFocus className="lectern-build__button" data-dangerous type="submit">
          {words.delete}
        </button>
      }
      onClose={onClose}
      onSubmit={remove}
      title={section ? words.deleteSectionTitle(section.title) : words.deleteTitle(lessons.length)}
    >
      <p>{words.deleteBody(lessons.length)}</p>
      {begun > 0 && <p className="lectern-build__warning">{words.deleteBegun(begun)}</p>}
    </Dialog>
  )
}

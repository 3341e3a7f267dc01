'use client'

import { FolderOpen } from 'lucide-react'
import { useState } from 'react'

import type { CurriculumSection } from '@/domain/catalog/curriculum/tree'

import { lessonOfFile } from '@/domain/catalog/curriculum/pasted'

import { LibraryDialog } from '../FileField'
import { useLibraryWords } from '../library/words'
import { useBuilder } from './context'
import { addStep } from './steps'

/** Makes a lesson of a file that the school has already, at the end of a section. */
export const AddFromLibrary = ({ section: { id, title } }: { section: CurriculumSection }) => {
  const { curriculum, words } = useBuilder()
  const { words: said } = useLibraryWords()
  const [isOpen, setOpen] = useState(false)

  return (
    <>
      <button
        aria-label={`${said.fromLibrary}: ${title}`}
        className="lectern-build__quiet"
        onClick={() => setOpen(true)}
        type="button"
      >
        <FolderOpen aria-hidden size={16} /> {said.fromLibrary}
      </button>
      {isOpen && (
        <LibraryDialog
          onClose={() => setOpen(false)}
          onPick={({ id: media, filename, mimeType }) => {
            setOpen(false)
            const lesson = lessonOfFile({ name: filename, media, mimeType: mimeType ?? '' })
            void curriculum.run(addStep([{ lessons: [lesson], section: id }], words))
          }}
        />
      )}
    </>
  )
}

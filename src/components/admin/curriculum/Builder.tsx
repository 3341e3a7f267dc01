'use client'

import type { DragEvent } from 'react'

import { Gutter, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'

import type { CurriculumTree } from '@/domain/catalog/curriculum/tree'

import type { Asked } from './context'

import { BuilderProvider } from './context'
import { DeleteDialog } from './DeleteDialog'
import { EmptyCourse } from './EmptyCourse'
import { ListDialog } from './ListDialog'
import { MoveDialog } from './MoveDialog'
import { ReleaseDialog } from './ReleaseDialog'
import { SelectionBar } from './SelectionBar'
import { addStep } from './steps'
import { Toolbar } from './Toolbar'
import { Tree } from './Tree'
import { UploadList } from './UploadList'
import { useCurriculum } from './useCurriculum'
import { useSelection } from './useSelection'
import { useUploads } from './useUploads'
import { useWords } from './words'

const MINUTE = 60

/** The curriculum of a course as its author builds it: one tree, saved as it changes, with undo. */
export const Builder = ({ tree }: { tree: CurriculumTree }) => {
  const words = useWords()
  const { i18n } = useTranslation()
  const dir = i18n.language === 'he' ? ('rtl' as const) : ('ltr' as const)
  const curriculum = useCurriculum(tree)
  const selection = useSelection(curriculum.sections)
  const [asked, ask] = useState<Asked | null>(null)
  const [renaming, setRenaming] = useState<null | string>(null)
  const uploads = useUploads({ curriculum, words })
  const [isOver, setOver] = useState(false)
  useUndoKeys(curriculum)

  const builder = useMemo(
    () => ({
      ask,
      curriculum,
      dir,
      renaming,
      selection,
      setRenaming,
      tellLength: (seconds: number) =>
        seconds > 0 ? words.length(Math.max(1, Math.round(seconds / MINUTE))) : '',
      words,
    }),
    [curriculum, dir, renaming, selection, words],
  )

  const take = async (files: readonly File[], on?: null | string) => {
    const { sections } = curriculum
    const there = sections.find(({ id }) => id === on) ?? sections.at(-1)
    const section =
      there?.id ??
      (await curriculum.run(addStep([{ lessons: [], title: words.firstSection }], words)))
        ?.sections[0]
    if (section && files.length > 0) {
      uploads.add(files, { behind: there?.lessons.at(-1)?.id ?? section, section })
    }
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    if (holdsFiles(event)) {
      event.preventDefault()
      void take([...event.dataTransfer.files], sectionUnder(event.target, curriculum.sections))
    }
  }
  const close = () => ask(null)

  return (
    <BuilderProvider value={builder}>
      <Gutter className="lectern-build">
        <div
          data-over={isOver || undefined}
          onDragLeave={({ currentTarget, relatedTarget }) => {
            if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
              setOver(false)
            }
          }}
          onDragOver={(event) => {
            if (holdsFiles(event)) {
              event.preventDefault()
              setOver(true)
            }
          }}
          onDrop={drop}
        >
          <h2 className="lectern-build__sr">{words.title}</h2>
          <Toolbar onFiles={(files) => void take(files)} />
          <SelectionBar />
          {curriculum.sections.length > 0 ? <Tree /> : <EmptyCourse />}
          <p className="lectern-build__drop">
            <strong>{words.drop}</strong> {words.dropHint}
          </p>
        </div>
        <UploadList uploads={uploads} />
        {asked?.dialog === 'delete' && <DeleteDialog about={asked.about} onClose={close} />}
        {asked?.dialog === 'list' && (
          <ListDialog onClose={close} section={asked.section} text={asked.text} />
        )}
        {asked?.dialog === 'release' && <ReleaseDialog about={asked.about} onClose={close} />}
        {asked?.dialog === 'move' && <MoveDialog about={asked.about} onClose={close} />}
      </Gutter>
    </BuilderProvider>
  )
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')

/** The section of the row that something was dropped on. */
const sectionUnder = (
  target: EventTarget,
  sections: CurriculumTree['sections'],
): string | undefined => {
  const row =
    target instanceof Element ? target.closest<HTMLElement>('[data-row], [data-section]') : null
  const id = row?.dataset.row ?? row?.dataset.section

  return sections.find((one) => one.id === id || one.lessons.some((lesson) => lesson.id === id))?.id
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y), wherever nobody is writing. */
const useUndoKeys = ({ redo, undo }: { redo: () => void; undo: () => void }): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { ctrlKey, key, metaKey, shiftKey, target } = event
      const isWriting =
        target instanceof HTMLElement &&
        target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]')
      const letter = key.toLowerCase()
      if (isWriting || !(ctrlKey || metaKey) || (letter !== 'z' && letter !== 'y')) {
        return
      }
      event.preventDefault()
      if (letter === 'y' || shiftKey) {
        redo()
      } else {
        undo()
      }
    }
    document.addEventListener('keydown', listen)

    return () => document.removeEventListener('keydown', listen)
  }, [redo, undo])
}

'use client'

import { ClipboardList, FolderPlus, Redo2, RefreshCw, Undo2, Upload } from 'lucide-react'
import { useRef } from 'react'

import { secondsOf } from '@/domain/catalog/curriculum/tree'

import { useBuilder } from './context'
import { addStep } from './steps'

/** What is done with the whole curriculum: how much it is, whether it is saved, undo, and ways to add. */
export const Toolbar = ({ onFiles }: { onFiles: (files: File[]) => void }) => {
  const { ask, curriculum, setRenaming, tellLength, words } = useBuilder()
  const picker = useRef<HTMLInputElement>(null)
  const { sections } = curriculum
  const lessons = sections.flatMap((section) => section.lessons)
  const length = tellLength(secondsOf(lessons))
  const addSection = async () => {
    const made = await curriculum.run(
      addStep([{ lessons: [], title: nameNext(sections.length, words.firstSection) }], words),
    )
    setRenaming(made?.sections[0] ?? null)
  }

  return (
    <div className="lectern-build__bar">
      <p>
        {words.lessons(lessons.length)}
        {length && ` · ${length}`}
        <SaveState />
      </p>
      <div className="lectern-build__tools">
        <button
          aria-label={words.undo}
          className="lectern-build__icon"
          disabled={!curriculum.canUndo}
          onClick={curriculum.undo}
          title={words.undo}
          type="button"
        >
          <Undo2 aria-hidden size={18} />
        </button>
        <button
          aria-label={words.redo}
          className="lectern-build__icon"
          disabled={!curriculum.canRedo}
          onClick={curriculum.redo}
          title={words.redo}
          type="button"
        >
          <Redo2 aria-hidden size={18} />
        </button>
        <button
          className="lectern-build__button"
          data-second
          onClick={() => ask({ dialog: 'list', section: null, text: '' })}
          type="button"
        >
          <ClipboardList aria-hidden size={16} /> {words.list}
        </button>
        <button
          className="lectern-build__button"
          data-second
          onClick={() => picker.current?.click()}
          type="button"
        >
          <Upload aria-hidden size={16} /> {words.files}
        </button>
        <button className="lectern-build__button" onClick={() => void addSection()} type="button">
          <FolderPlus aria-hidden size={16} /> {words.addSection}
        </button>
      </div>
      <input
        aria-label={words.files}
        hidden
        multiple
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
        ref={picker}
        type="file"
      />
    </div>
  )
}

/** `Section 1` with the number that comes next. */
const nameNext = (count: number, first: string): string => first.replace('1', String(count + 1))

const SaveState = () => {
  const { curriculum, words } = useBuilder()
  const { retry, status } = curriculum

  return (
    <span className="lectern-build__saved" data-status={status} role="status">
      {status === 'failed' ? words.failed : status === 'saving' ? words.saving : words.saved}
      {status === 'failed' && (
        <button className="lectern-build__quiet" onClick={retry} type="button">
          <RefreshCw aria-hidden size={16} /> {words.retry}
        </button>
      )}
    </span>
  )
}

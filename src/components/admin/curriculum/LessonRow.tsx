'use client'

import { Pencil } from 'lucide-react'

import type { CurriculumLesson, CurriculumSection } from '@/domain/catalog/curriculum/tree'

import { LESSON_ICONS } from '@/components/catalog/lessonIcons'
import { moveLessons } from '@/domain/catalog/curriculum/arrangement'

import { useBuilder } from './context'
import { useReleaseWords } from '../release/words'
import { ReleaseChip } from './ReleaseChip'
import { RowMenu } from './RowMenu'
import { RowTitle } from './RowTitle'
import { SortableRow } from './SortableRow'
import { copyStep, markStep, moveStep, publishStep } from './steps'

const editorOf = (id: string): string => `/admin/collections/lessons/${id}`

/** One lesson: what it is, how long it takes, who sees it, and what can be done with it. */
export const LessonRow = ({
  lesson,
  section,
}: {
  lesson: CurriculumLesson
  section: CurriculumSection
}) => {
  const { ask, selection, words } = useBuilder()
  const { id, kind, title } = lesson
  const Icon = LESSON_ICONS[kind]
  const drop = () => ask({ about: { lessons: [id], sections: [] }, dialog: 'delete' })

  return (
    <SortableRow
      className="lectern-build__row lectern-build__lesson"
      id={id}
      onDelete={drop}
      title={title}
    >
      <label className="lectern-build__check">
        <input
          aria-label={words.select(title)}
          checked={selection.has(id)}
          onChange={({ nativeEvent, target }) =>
            selection.toggle(id, {
              isOn: target.checked,
              isRange: (nativeEvent as unknown as MouseEvent).shiftKey,
            })
          }
          type="checkbox"
        />
      </label>
      <span aria-label={words.kinds[kind]} className="lectern-build__kind" role="img">
        <Icon aria-hidden size={18} strokeWidth={1.5} />
      </span>
      <RowTitle id={id} item="lesson" title={title} />
      <LessonFacts lesson={lesson} />
      <a aria-label={`${words.edit}: ${title}`} className="lectern-build__icon" href={editorOf(id)}>
        <Pencil aria-hidden size={16} />
      </a>
      <LessonMenu lesson={lesson} onDelete={drop} section={section} />
    </SortableRow>
  )
}

const LessonFacts = ({ lesson }: { lesson: CurriculumLesson }) => {
  const { ask, tellLength, words } = useBuilder()
  const { id, duration, isFilled, isPreview, isRequired, kind, release, state } = lesson

  return (
    <span className="lectern-build__facts">
      {!isFilled && <span className="lectern-build__missing">{words.missing[kind]}</span>}
      {isPreview && <span className="lectern-build__pill">{words.preview}</span>}
      {!isRequired && <span className="lectern-build__pill">{words.optional}</span>}
      <ReleaseChip
        onOpen={() => ask({ about: { lessons: [id], sections: [] }, dialog: 'release' })}
        rule={release}
      />
      {Boolean(duration) && (
        <span className="lectern-build__length">{tellLength(duration ?? 0)}</span>
      )}
      <span className="lectern-build__state" data-state={state}>
        {words.states[state]}
      </span>
    </span>
  )
}

const LessonMenu = ({
  lesson: { id, isPreview, state, title },
  onDelete,
  section,
}: {
  lesson: CurriculumLesson
  onDelete: () => void
  section: CurriculumSection
}) => {
  const { ask, curriculum, setRenaming, words } = useBuilder()
  const releases = useReleaseWords()
  const line = section.lessons.map((one) => one.id)
  const at = line.indexOf(id)
  const shift = (before: null | string) =>
    void curriculum.run(
      moveStep(curriculum.sections, words.done.moved(title), (tree) =>
        moveLessons(tree, { before, lessons: [id], section: section.id }),
      ),
    )
  const about = { lessons: [id], sections: [] }

  return (
    <RowMenu
      entries={[
        { href: editorOf(id), label: words.edit },
        { href: `/preview/lessons/${id}`, label: words.previewDraft },
        { label: words.rename, run: () => setTimeout(() => setRenaming(id)) },
        state !== 'published' && {
          label: words.publish,
          run: () => void curriculum.run(publishStep([id], true)),
        },
        state !== 'draft' && {
          label: words.unpublish,
          run: () => void curriculum.run(publishStep([id], false)),
        },
        {
          label: isPreview ? words.previewOff : words.previewOn,
          run: () => void curriculum.run(markStep([id], !isPreview)),
        },
        { label: releases.edit, run: () => ask({ about, dialog: 'release' }) },
        { isOff: at <= 0, label: words.moveUp, run: () => shift(line[at - 1] ?? null) },
        {
          isOff: at >= line.length - 1,
          label: words.moveDown,
          run: () => shift(line[at + 2] ?? null),
        },
        { label: words.moveTo, run: () => ask({ about, dialog: 'move' }) },
        {
          label: words.duplicate,
          run: () => void curriculum.run(copyStep(about, words.done.copied(1))),
        },
        { isDangerous: true, label: words.delete, run: onDelete },
      ]}
      title={title}
    />
  )
}

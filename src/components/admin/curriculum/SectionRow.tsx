'use client'

import { ChevronDown } from 'lucide-react'

import type { CurriculumSection } from '@/domain/catalog/curriculum/tree'

import { moveSections } from '@/domain/catalog/curriculum/arrangement'
import { secondsOf } from '@/domain/catalog/curriculum/tree'

import { useBuilder } from './context'
import { useReleaseWords } from '../release/words'
import { ReleaseChip } from './ReleaseChip'
import { RowMenu } from './RowMenu'
import { RowTitle } from './RowTitle'
import { SortableRow } from './SortableRow'
import { copyStep, moveStep, publishStep } from './steps'

const MOST_PUBLISHED = 100

/** One section: its title, how much is in it, and what can be done with all of it. */
export const SectionRow = ({
  isOpen,
  onToggle,
  section,
}: {
  isOpen: boolean
  onToggle: () => void
  section: CurriculumSection
}) => {
  const { ask, tellLength, words } = useBuilder()
  const { id, lessons, title } = section
  const length = tellLength(secondsOf(lessons))
  const drop = () => ask({ about: { lessons: [], sections: [id] }, dialog: 'delete' })

  return (
    <SortableRow
      className="lectern-build__row lectern-build__section"
      id={id}
      onDelete={drop}
      title={title}
    >
      <button
        aria-expanded={isOpen}
        aria-label={isOpen ? words.collapse(title) : words.expand(title)}
        className="lectern-build__icon"
        onClick={onToggle}
        type="button"
      >
        <ChevronDown aria-hidden data-open={isOpen} size={18} />
      </button>
      <RowTitle id={id} item="section" title={title} />
      <span className="lectern-build__facts">
        <ReleaseChip
          onOpen={() => ask({ about: { lessons: [], sections: [id] }, dialog: 'release' })}
          rule={section.release}
        />
        {words.lessons(lessons.length)}
        {length && ` · ${length}`}
      </span>
      <SectionMenu onDelete={drop} section={section} />
    </SortableRow>
  )
}

const SectionMenu = ({
  onDelete,
  section: { id, lessons, title },
}: {
  onDelete: () => void
  section: CurriculumSection
}) => {
  const { ask, curriculum, setRenaming, words } = useBuilder()
  const releases = useReleaseWords()
  const line = curriculum.sections.map((one) => one.id)
  const at = line.indexOf(id)
  const shift = (before: null | string) =>
    void curriculum.run(
      moveStep(curriculum.sections, words.done.moved(title), (tree) =>
        moveSections(tree, { before, sections: [id] }),
      ),
    )
  const drafts = lessons.filter(({ state }) => state !== 'published').map((one) => one.id)
  const about = { lessons: [], sections: [id] }

  return (
    <RowMenu
      entries={[
        { label: words.rename, run: () => setTimeout(() => setRenaming(id)) },
        {
          label: words.list,
          run: () => ask({ dialog: 'list', section: id, text: '' }),
        },
        {
          isOff: drafts.length === 0,
          label: words.publish,
          run: () => void curriculum.run(publishStep(drafts.slice(0, MOST_PUBLISHED), true)),
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
          isOff: lessons.length > MOST_PUBLISHED,
          label: words.duplicate,
          run: () => void curriculum.run(copyStep(about, words.done.copied(lessons.length))),
        },
        { isDangerous: true, label: words.delete, run: onDelete },
      ]}
      title={title}
    />
  )
}

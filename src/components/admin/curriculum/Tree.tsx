'use client'

import type { Announcements, DragEndEvent, DragStartEvent } from '@dnd-kit/core'

import {
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { useMemo, useState } from 'react'

import type { Row } from '@/domain/catalog/curriculum/rows'

import { moveLessons, moveSections } from '@/domain/catalog/curriculum/arrangement'
import { dropAt, rowsOf } from '@/domain/catalog/curriculum/rows'

import { AddFromLibrary } from './AddFromLibrary'
import { AddLesson } from './AddLesson'
import { announcementsOf } from './announcements'
import { useBuilder } from './context'
import { LessonRow } from './LessonRow'
import { SectionRow } from './SectionRow'
import { moveStep } from './steps'

const titleOf = (row: Row): string => (row.kind === 'lesson' ? row.lesson : row.section).title

/** Sections and lessons as one list in which both are moved. While a section moves, all are folded. */
export const Tree = () => {
  const { curriculum, selection, words } = useBuilder()
  const { sections } = curriculum
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState<null | Row>(null)
  const rows = useMemo(
    () => rowsOf(sections, active?.kind === 'section' ? true : closed),
    [active, closed, sections],
  )
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const announcements: Announcements = useMemo(() => announcementsOf(rows, words), [rows, words])

  const start = ({ active: { id } }: DragStartEvent) =>
    setActive(rows.find((row) => row.id === id) ?? null)

  const end = ({ active: { id }, over }: DragEndEvent) => {
    setActive(null)
    const row = rows.find((one) => one.id === id)
    const drop = over && id !== over.id && dropAt(rows, String(id), String(over.id))
    if (!row || !drop) {
      return
    }
    const moved = row.kind === 'lesson' && selection.has(row.id) ? selection.selected : [row.id]
    const label =
      moved.length > 1 ? words.done.movedMany(moved.length) : words.done.moved(titleOf(row))
    void curriculum.run(
      moveStep(sections, label, (tree) =>
        'section' in drop
          ? moveLessons(tree, { ...drop, lessons: moved })
          : moveSections(tree, { ...drop, sections: moved }),
      ),
    )
  }
  const toggle = (id: string) =>
    setClosed((before) => {
      const after = new Set(before)

      return after.delete(id) ? after : after.add(id)
    })

  return (
    <DndContext
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: words.instructions },
      }}
      collisionDetection={closestCenter}
      id="curriculum"
      modifiers={[({ transform }) => ({ ...transform, x: 0 })]}
      onDragCancel={() => setActive(null)}
      onDragEnd={end}
      onDragStart={start}
      sensors={sensors}
    >
      <SortableContext items={rows} strategy={verticalListSortingStrategy}>
        <ol className="lectern-build__tree">
          {rows.flatMap((row, at) => {
            const next = rows[at + 1]
            const isLast = next === undefined || next.kind === 'section'
            const isOpen = active?.kind !== 'section' && !closed.has(row.section.id)

            return [
              row.kind === 'section' ? (
                <SectionRow
                  isOpen={isOpen}
                  key={row.id}
                  onToggle={() => toggle(row.id)}
                  section={row.section}
                />
              ) : (
                <LessonRow key={row.id} lesson={row.lesson} section={row.section} />
              ),
              isLast && isOpen && (
                <li
                  className="lectern-build__foot"
                  data-section={row.section.id}
                  key={`${row.section.id}-foot`}
                >
                  {row.section.lessons.length === 0 && <span>{words.empty}</span>}
                  <AddLesson section={row.section} />
                  <AddFromLibrary section={row.section} />
                </li>
              ),
            ]
          })}
        </ol>
      </SortableContext>
      <DragOverlay>
        {active && (
          <div className="lectern-build__row lectern-build__overlay" dir="auto">
            {titleOf(active)}
            {active.kind === 'lesson' &&
              selection.has(active.id) &&
              selection.selected.length > 1 && <b>{selection.selected.length}</b>}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

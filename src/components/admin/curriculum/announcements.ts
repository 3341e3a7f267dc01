import type { Announcements } from '@dnd-kit/core'

import type { Row } from '@/domain/catalog/curriculum/rows'

import { dropAt } from '@/domain/catalog/curriculum/rows'

import type { Words } from './words'

const titleOf = (row: Row | undefined): string =>
  row ? (row.kind === 'lesson' ? row.lesson : row.section).title : ''

/** What those who hear the list are told while a row is moved. */
export const announcementsOf = (rows: readonly Row[], words: Words): Announcements => {
  const find = (id: number | string) => rows.find((row) => row.id === id)
  const tellPlace = (active: string, over: string): string => {
    const title = titleOf(find(active))
    const drop = dropAt(rows, active, over)
    const sections = rows.filter(({ kind }) => kind === 'section')
    const placeAmong = (line: readonly Row[], before: null | string): number => {
      const at = line.findIndex(({ id }) => id === before)

      return at < 0 ? line.length + 1 : at + 1
    }
    if (!drop) {
      return title
    }
    if (!('section' in drop)) {
      const others = sections.filter(({ id }) => id !== active)

      return words.overSection(title, placeAmong(others, drop.before), sections.length)
    }
    const line = rows.filter(
      (row) => row.kind === 'lesson' && row.section.id === drop.section && row.id !== active,
    )

    return words.over(
      title,
      titleOf(find(drop.section)),
      placeAmong(line, drop.before),
      line.length + 1,
    )
  }

  return {
    onDragCancel: ({ active }) => words.putBack(titleOf(find(active.id))),
    onDragEnd: ({ active }) => words.placed(titleOf(find(active.id))),
    onDragOver: ({ active, over }) =>
      over ? tellPlace(String(active.id), String(over.id)) : undefined,
    onDragStart: ({ active }) => words.picked(titleOf(find(active.id))),
  }
}

import type { NewLesson, NewPart } from './changes'
import type { LessonKind } from '../lessons/kinds'

import { homeOfFile } from '../lessons/kinds'
import { LONGEST_TITLE, MOST_AT_ONCE } from './changes'

/** Marks of a list that people paste along: bullets and check boxes. Numbers are kept, as they may be part of the title. */
const BULLET = /^(?:[-*+•–—▪◦]\s+|\[[ x]?\]\s*)+/i

const HEADING = /^#{1,6}\s+/

/** White space made plain and characters nobody sees taken out, cut to the length of a title. */
export const cleanTitle = (text: string): string =>
  [...text.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, LONGEST_TITLE).join('').trim()

const titleOf = (line: string): string =>
  cleanTitle(line.trim().replace(HEADING, '').replace(BULLET, ''))

const isIndented = (line: string): boolean => /^(?:\t| {2,})\S/.test(line)

/**
 * A pasted list as parts of a curriculum. Each line is a lesson. `# ` before a line makes it a section;
 * where lines are indented and none is marked, those that are not indented are sections. Lessons before the
 * first section are without one. At most a hundred lines count.
 */
export const partsOf = (text: string, kind: LessonKind): NewPart[] => {
  const lines = text.split(/\r\n?|\n/).filter((line) => titleOf(line) !== '')
  const isMarked = lines.some((line) => HEADING.test(line.trim()))
  const isOutline = !isMarked && lines.some(isIndented)
  const parts: NewPart[] = []
  for (const line of lines.slice(0, MOST_AT_ONCE)) {
    const isSection = isMarked ? HEADING.test(line.trim()) : isOutline && !isIndented(line)
    const title = titleOf(line)
    if (isSection) {
      parts.push({ lessons: [], title })
    } else {
      if (parts.length === 0) {
        parts.push({ lessons: [] })
      }
      parts.at(-1)?.lessons.push({ kind, title })
    }
  }

  return parts
}

/** How many sections and lessons are in parts. */
export const countParts = (parts: readonly NewPart[]): { lessons: number; sections: number } => ({
  lessons: parts.reduce((sum, { lessons }) => sum + lessons.length, 0),
  sections: parts.filter(({ title }) => title !== undefined).length,
})

/** A draft lesson for an uploaded file: its name without the extension, numbers kept, and its kind by type. */
export const lessonOfFile = ({
  name,
  media,
  mimeType,
}: {
  media: string
  mimeType: string
  name: string
}): NewLesson => ({
  kind: homeOfFile(mimeType).kind,
  media,
  title: titleOfFile(name),
})

/** What a file is called for people: without folders, extension and the signs that stand for spaces. */
export const titleOfFile = (name: string): string => {
  const bare = name.replace(/^.*[/\\]/, '').replace(/(?<=.)\.[\p{L}\p{N}]{1,8}$/u, '')

  return cleanTitle(bare.replace(/[_+]+|(?<=\S)-(?=\p{L})/gu, ' ')) || cleanTitle(name)
}

/** Files in the order people number them: 2 before 10. */
export const inFileOrder = <File extends { name: string }>(files: readonly File[]): File[] =>
  [...files].sort((one, other) =>
    one.name.localeCompare(other.name, undefined, { numeric: true, sensitivity: 'base' }),
  )

import type { Arrangement } from './arrangement'
import type { LessonKind } from '../lessons/kinds'
import type { ReleaseRule } from '../release'

/** A title longer than this is cut, or refused where it is typed. */
export const LONGEST_TITLE = 120

/** New lessons and sections that one change may bring. */
export const MOST_AT_ONCE = 100

/** Sections and lessons that one course may have. */
export const MOST_ITEMS = 2000

/** Rows a change is about. */
export type Picked = { lessons: string[]; sections: string[] }

export type NewLesson = { kind: LessonKind; media?: string; title: string }

/** Lessons for a section that is there already, by its id, or for a new one of that title. */
export type NewPart = { lessons: NewLesson[]; section?: string; title?: string }

/** Everything that can be done to a curriculum; what is done can be told again as one of these to undo it. */
export type CurriculumChange =
  | ({ do: 'copy'; to?: { course: string; section: null | string } } & Picked)
  | ({ do: 'restore' } & Picked)
  | ({ do: 'transfer'; to: { course: string; section: null | string } } & Picked)
  | ({ do: 'trash' } & Picked)
  | { do: 'add'; after?: string; parts: NewPart[] }
  | { do: 'arrange'; sections: Arrangement; version: string }
  | { do: 'mark'; isPreview: boolean; lessons: string[] }
  | { do: 'publish'; isPublished: boolean; lessons: string[] }
  | { do: 'release'; id: string; item: 'lesson' | 'section'; release: null | ReleaseRule }
  | { do: 'rename'; id: string; item: 'lesson' | 'section'; title: string; was: string }

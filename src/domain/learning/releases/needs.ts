import type { ReleaseRule } from '../../catalog/release'

/** A lesson as the rules see it. */
export type RuledLesson = {
  completed: boolean
  id: string
  /** Whether the learner has begun it. */
  isBegun: boolean
  isPreview: boolean
  isRequired: boolean
  /** The best result at its quiz; null where there is none. */
  percent: null | number
  release: null | ReleaseRule
  /** By what it was opened to the learner already: by its rule, or by staff. */
  released: 'rule' | 'staff' | null
  title: string
}

/** A section as the rules see it, with its lessons in their order. */
export type RuledSection = {
  id: string
  lessons: readonly RuledLesson[]
  release: null | ReleaseRule
  title: string
}

/** What has to be done first; `percent` is the grade that is asked for. */
export type Needs = {
  id: string
  kind: 'lesson' | 'section'
  percent: null | number
  title: string
}

/** Where a rule stands: at a section, by its place in the course from 0, or at a lesson of it, by its id. */
export type Place = { lesson?: string; section: number }

/** A course as the rules look around in it. */
export type RuledCourse = {
  /** All lessons in their order. */
  line: readonly RuledLesson[]
  sections: readonly RuledSection[]
}

const isDone = (lessons: readonly RuledLesson[]): boolean => {
  const required = lessons.filter(({ isRequired }) => isRequired)

  return (required.length > 0 ? required : lessons).every(({ completed }) => completed)
}

const lessonNeeds = (
  lesson: RuledLesson | undefined,
  percent: null | number = null,
): Needs | null => {
  const isMet = !lesson || (percent === null ? lesson.completed : (lesson.percent ?? -1) >= percent)

  return isMet ? null : { id: lesson.id, kind: 'lesson', percent, title: lesson.title }
}

/** What is still missing of a rule of order or grade; null where nothing is, for rules of time, and where what it names is not there any more. */
export const missingOf = (
  { line, sections }: RuledCourse,
  rule: ReleaseRule,
  { lesson, section: at }: Place,
): Needs | null => {
  if (rule.kind === 'grade') {
    return lessonNeeds(
      line.find(({ id }) => id === rule.lesson),
      rule.percent,
    )
  }
  if (rule.kind !== 'after') {
    return null
  }
  if (rule.lesson || (lesson && !rule.section)) {
    const here = line.findIndex(({ id }) => id === lesson)

    return lessonNeeds(rule.lesson ? line.find(({ id }) => id === rule.lesson) : line[here - 1])
  }
  const section = rule.section ? sections.find(({ id }) => id === rule.section) : sections[at - 1]

  return !section || isDone(section.lessons)
    ? null
    : { id: section.id, kind: 'section', percent: null, title: section.title }
}

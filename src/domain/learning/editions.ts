import { uploadsIn } from '../media/textUploads'

/** A lesson or section of a course as it stood at some moment; `digest` differs where anything in it does. */
type Standing = {
  digest: string
  id: string
  title: string
}

/** A lesson, in the order of its course; `version` names the version of it that stood there, null where none is known. */
export type StandingLesson = Standing & { section: string; version: null | string }

/** A course as it stood at some moment, lessons and sections in their order. */
export type StandingCourse = {
  lessons: readonly StandingLesson[]
  sections: readonly Standing[]
}

/** Came, went, stands elsewhere, or says something else than it did. */
export type EditionChange = {
  change: 'added' | 'changed' | 'moved' | 'removed'
  id: string
  item: 'lesson' | 'section'
  /** What it is called now; what it was called, of something that went. */
  title: string
  /** Of a changed lesson: its version then and now, to be compared; null where one of them is not kept any more. */
  versions: null | { now: string; then: string }
  /** What it was called, where that differs. */
  was: null | string
}

/** The edition that a cohort keeps. Moments are ISO 8601. */
export type KeptEdition = {
  id: string
  /** Who pinned the cohort to it; null where that was its start. */
  by: null | string
  lessons: number
  /** When it was made. */
  madeAt: string
  number: number
  /** Since when the cohort keeps it. */
  pinnedAt: string
}

/** How a cohort stands to its course, and what is different in the course now. */
export type CohortEdition = {
  changes: EditionChange[]
  course: string
  /** Null for a cohort that follows its course. */
  edition: KeptEdition | null
  /** Whether who asks may pin the cohort. */
  mayPin: boolean
}

/** The places in a list of numbers that stay in a longest rising run of them (patience sorting). */
const rising = (numbers: readonly number[]): Set<number> => {
  const before: number[] = []
  const ends: number[] = []
  numbers.forEach((number, at) => {
    const found = ends.findIndex((end) => (numbers[end] ?? 0) > number)
    const length = found < 0 ? ends.length : found
    before[at] = ends[length - 1] ?? -1
    ends[length] = at
  })
  const kept = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    kept.add(at)
  }

  return kept
}

/** Of what is in both lists, the ids of as few as can be that stand elsewhere among the others. */
const shuffled = (then: readonly Standing[], now: readonly Standing[]): Set<string> => {
  const places = new Map(then.map(({ id }, at) => [id, at]))
  const common = now.filter(({ id }) => places.has(id))
  const kept = rising(common.map(({ id }) => places.get(id) ?? 0))

  return new Set(common.filter((_, at) => !kept.has(at)).map(({ id }) => id))
}

type Compared<Item extends Standing> = {
  isMoved: (one: Item, before: Item) => boolean
  item: EditionChange['item']
  now: readonly Item[]
  then: readonly Item[]
  versionsOf: (one: Item, before: Item) => EditionChange['versions']
}

const changesOf = <Item extends Standing>({
  isMoved,
  item,
  now,
  then,
  versionsOf,
}: Compared<Item>): EditionChange[] => {
  const [before, after] = [
    new Map(then.map((one) => [one.id, one])),
    new Set(now.map(({ id }) => id)),
  ]
  const plain = { item, versions: null, was: null }
  const came = now.flatMap((one): EditionChange[] => {
    const { id, digest, title } = one
    const old = before.get(id)
    if (!old) {
      return [{ ...plain, id, change: 'added', title }]
    }
    const was = old.title === title ? null : old.title
    if (old.digest !== digest) {
      return [{ id, change: 'changed', item, title, versions: versionsOf(one, old), was }]
    }

    return isMoved(one, old) ? [{ ...plain, id, change: 'moved', title }] : []
  })
  const gone = then
    .filter(({ id }) => !after.has(id))
    .map(({ id, title }): EditionChange => ({ ...plain, id, change: 'removed', title }))

  return [...came, ...gone]
}

/**
 * What differs between a course as an edition keeps it and as it stands: sections, then lessons, each once and in the order of
 * the course, what went last. What says something else is a change, wherever it stands.
 */
export const changesSince = (then: StandingCourse, now: StandingCourse): EditionChange[] => {
  const sections = shuffled(then.sections, now.sections)
  const lessons = shuffled(then.lessons, now.lessons)

  return [
    ...changesOf<Standing>({
      isMoved: ({ id }) => sections.has(id),
      item: 'section',
      now: now.sections,
      then: then.sections,
      versionsOf: () => null,
    }),
    ...changesOf<StandingLesson>({
      isMoved: ({ id, section }, before) => section !== before.section || lessons.has(id),
      item: 'lesson',
      now: now.lessons,
      then: then.lessons,
      versionsOf: ({ version }, { version: before }) =>
        version && before && version !== before ? { now: version, then: before } : null,
    }),
  ]
}

type Held = { file?: unknown; picture?: unknown }

/** A lesson as far as it names files, by their ids. */
type WithFiles = {
  audio?: unknown
  body?: unknown
  captions?: null | readonly Held[]
  document?: unknown
  package?: unknown
  resources?: null | readonly Held[]
  slides?: null | readonly Held[]
  video?: unknown
}

/** The ids of all files in a lesson whose relations are ids, each once. */
export const filesIn = (lesson: WithFiles): string[] => {
  const { audio, body, captions, document, package: archive, resources, slides, video } = lesson
  const held = [...(captions ?? []), ...(resources ?? []), ...(slides ?? [])]
  const named = [
    audio,
    document,
    archive,
    video,
    ...held.flatMap(({ file, picture }) => [file, picture]),
  ]

  return [
    ...new Set([
      ...named.filter((one): one is string => typeof one === 'string'),
      ...uploadsIn(body),
    ]),
  ]
}

import type { LessonKind } from '../lessons/kinds'

/** What is looked at before a course is published. */
export const CHECKS = [
  'lessons',
  'price',
  'outcomes',
  'captions',
  'alt',
  'links',
  'summary',
  'cover',
  'preview',
] as const

export type Check = (typeof CHECKS)[number]

/** `must`: learners or buyers are stuck without it; `should`: they are better off with it. */
type Severity = 'must' | 'should'

const SEVERITY: Readonly<Record<Check, Severity>> = {
  alt: 'must',
  captions: 'must',
  cover: 'should',
  lessons: 'must',
  links: 'must',
  outcomes: 'should',
  preview: 'should',
  price: 'must',
  summary: 'should',
}

type Where = { collection: 'courses' | 'lessons' | 'media' | 'offers'; field?: string; id?: string }

/**
 * One thing that is missing. `address` is where it is mended, in the admin; `of` names the lesson or file
 * it is about, `detail` the link that is dead.
 */
export type Finding = {
  address: string
  check: Check
  detail?: string
  of?: string
  severity: Severity
}

/** What was found at the addresses of other sites that a course leads to. */
export type LookedAt = {
  /** How many were asked. */
  asked: number
  /** Those at which nothing is, each with the field in which it stands. */
  dead: Finding[]
  /** Those of which it cannot be said: a server that refuses programs, or does not answer now. */
  unsure: string[]
}

/** One reason why a course was returned: the check it is about, the lesson or file, and what to do. */
export type Point = { check: Check; note: string; of?: string }

/** A lesson as its author last left it. */
export type CheckedLesson = {
  hasCaptions: boolean
  hasFilm: boolean
  id: string
  isPreview: boolean
  isPublished: boolean
  kind: LessonKind
  title: string
}

/** A link that leads nowhere: `lesson` is where it stands, none for the course's own text. */
export type DeadLink = { field: string; lesson?: { id: string; title: string }; url: string }

/** A course as its author last left it, with what is sold of it and what stands in it. */
export type CheckedCourse = {
  deadLinks: readonly DeadLink[]
  hasCover: boolean
  hasOffer: boolean
  id: string
  /** Images without a description: their file's name. */
  imagesWithoutAlt: readonly { id: string; name: string }[]
  lessons: readonly CheckedLesson[]
  outcomes: string
  summary: string
}

/** Kinds whose film or recording speaks. */
const SPOKEN: readonly LessonKind[] = ['audio', 'live', 'video']

const addressOf = ({ id, collection, field }: Where): string =>
  `/admin/collections/${collection}${id ? `/${id}` : ''}${field ? `#field-${field}` : ''}`

const finding = (
  check: Check,
  where: Where,
  said: Pick<Finding, 'detail' | 'of'> = {},
): Finding => ({ ...said, address: addressOf(where), check, severity: SEVERITY[check] })

/** A link that leads nowhere, of the course of that id, with the address of the field in which it stands. */
export const deadLink = (course: string, { field, lesson, url }: DeadLink): Finding =>
  finding(
    'links',
    lesson
      ? { id: lesson.id, collection: 'lessons', field }
      : { id: course, collection: 'courses', field },
    { detail: url, of: lesson?.title },
  )

/** What is missing in a course, the gravest first; each with the address of the field that mends it. */
export const findingsIn = (course: CheckedCourse): Finding[] => {
  const { id, deadLinks, hasCover, hasOffer, imagesWithoutAlt, lessons, outcomes, summary } = course
  const own = (check: Check, isThere: boolean, field: string): Finding[] =>
    isThere ? [] : [finding(check, { id, collection: 'courses', field })]
  const shown = lessons.filter(({ isPublished }) => isPublished)
  const mute = lessons.filter(
    ({ hasCaptions, hasFilm, kind }) => hasFilm && !hasCaptions && SPOKEN.includes(kind),
  )
  const curriculum = `/admin/collections/courses/${id}/curriculum`
  const found: Finding[] = [
    ...(shown.length > 0
      ? []
      : [{ ...finding('lessons', { id, collection: 'courses' }), address: curriculum }]),
    ...(hasOffer ? [] : [finding('price', { id: 'create', collection: 'offers' })]),
    ...own('outcomes', outcomes.trim() !== '', 'outcomes'),
    ...own('summary', summary.trim() !== '', 'summary'),
    ...own('cover', hasCover, 'cover'),
    ...(lessons.length === 0 || lessons.some(({ isPreview }) => isPreview)
      ? []
      : [
          finding('preview', {
            id: lessons[0]?.id,
            collection: 'lessons',
            field: 'isPreview',
          }),
        ]),
    ...mute.map((lesson) =>
      finding(
        'captions',
        { id: lesson.id, collection: 'lessons', field: 'captions' },
        { of: lesson.title },
      ),
    ),
    ...imagesWithoutAlt.map((image) =>
      finding('alt', { id: image.id, collection: 'media', field: 'alt' }, { of: image.name }),
    ),
    ...deadLinks.map((link) => deadLink(id, link)),
  ]

  return found.sort(
    (one, other) =>
      Number(one.severity === 'should') - Number(other.severity === 'should') ||
      CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check),
  )
}

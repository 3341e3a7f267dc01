import type { Payload } from 'payload'

import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { richText } from '@/domain/pages/richText'
import { authoredDocument } from '@/operations/translation/subject'
import { mergeTexts } from '@/operations/translation/store'
import { segmentsOf } from '@/domain/translation/texts'
import { pdfOf, silence, uploaded } from '@/test/factories/files'
import { everyKind } from '@/test/factories/kinds'
import { classrooms } from '@/test/factories/learning'
import { requestOf } from '@/test/harness'
import { scorm12 } from '@/test/scorm/packages'

const seeded = (name: string): Promise<Buffer> => readFile(path.resolve('media/seed', name))

/** A formatted text with a file, a block, a formula and a link to a course of the school. */
const richBody = (picture: string, course: string) => {
  const text = (words: string) => ({
    type: 'text',
    detail: 0,
    format: 0,
    mode: 'normal',
    style: '',
    text: words,
    version: 1,
  })
  const paragraph = (...children: object[]) => ({
    type: 'paragraph',
    children,
    direction: 'ltr',
    format: '',
    indent: 0,
    textFormat: 0,
    version: 1,
  })

  return {
    root: {
      type: 'root',
      children: [
        paragraph(text('Light goes on and on.')),
        {
          id: '65f0aa11bb22cc33dd44ee01',
          type: 'upload',
          fields: {},
          format: '',
          relationTo: 'media',
          value: picture,
          version: 3,
        },
        {
          type: 'block',
          fields: {
            id: '65f0aa11bb22cc33dd44ee02',
            blockName: '',
            blockType: 'callout',
            heading: 'Take care',
            text: 'Never look at the Sun.',
            tone: 'warning',
          },
          format: '',
          version: 2,
        },
        paragraph({
          id: '65f0aa11bb22cc33dd44ee03',
          type: 'link',
          children: [text('The course before')],
          direction: 'ltr',
          fields: {
            doc: { relationTo: 'courses', value: course },
            linkType: 'internal',
            newTab: false,
          },
          format: '',
          indent: 0,
          version: 3,
        }),
      ],
      direction: 'ltr',
      format: '',
      indent: 0,
      version: 1,
    },
  }
}

/**
 * A course that has everything a course can have: lessons and questions of every kind, rules of release of every kind,
 * files, captions, translations, shelves, and one that comes before it.
 */
export const wholeCourse = async (payload: Payload, { tenant }: { tenant: string }) => {
  const make = classrooms(payload)
  const file = async (name: string, type: string, data: Buffer) =>
    uploaded(payload, { name, type, data, tenant })
  const picture = await file('waves.webp', 'image/webp', await seeded('cover-waves.webp'))
  const film = await file('film.mp4', 'video/mp4', await seeded('lesson-1.mp4'))
  const said = await file('said.vtt', 'text/vtt', await seeded('lesson-1.en.vtt'))
  const sheet = await file('sheet.pdf', 'application/pdf', pdfOf(3))
  const played = await file('part.zip', 'application/zip', scorm12())
  const heard = await file('heard.mp3', 'audio/mpeg', silence())
  const create = (collection: 'categories', data: object) =>
    asTenant(tenant, () =>
      payload.create({
        collection,
        data: { ...data, tenant } as never,
        depth: 0,
        overrideAccess: true,
      }),
    )
  const above = await create('categories', { name: 'Science', slug: 'science', position: 1 })
  const shelf = await create('categories', {
    name: 'Physics',
    slug: 'physics',
    parent: above.id,
    position: 2,
  })
  const before = await make.course({ slug: 'before-light', tenant, title: 'Before light' })
  const { id: course } = await make.course({
    slug: 'light',
    audience: 'Anybody',
    categories: [above.id],
    category: shelf.id,
    cover: picture,
    description: richText('What light is.'),
    durationMinutes: 90,
    faq: [{ answer: 'A month.', question: 'How long?' }],
    language: 'en',
    level: 'beginner',
    outcomes: 'See\nUnderstand',
    prerequisites: [before.id],
    requirements: 'Eyes',
    summary: 'All of it.',
    tenant,
    title: 'Light',
  } as never)
  const section = async (title: string, release?: unknown) =>
    (await make.section({ course, release, tenant, title } as never)).id
  const first = await section('First')
  const quiz = await make.quiz({
    attemptLimit: 3,
    questions: [
      ...everyKind().map((one) => ({ ...one, picture: undefined })),
      { blockType: 'essay', guide: 'Says why', mostWords: 100, points: 5, prompt: 'essay' },
      {
        answers: [
          { isRight: true, picture, text: 'This' },
          { isRight: false, text: 'That' },
        ],
        blockType: 'singleChoice',
        picture,
        points: 1,
        prompt: 'pictured',
      },
    ],
    review: 'afterDate',
    reviewFrom: '2027-03-20T09:00:00.000Z',
    shuffleAnswers: true,
    tenant,
    timeLimit: 20,
    title: 'Checked',
  } as never)
  const lesson = (given: object, home = first) =>
    make.lessonIn({ course, section: home, tenant, ...given })
  const video = await lesson({
    captions: [{ blockType: 'track', file: said, label: 'English', language: 'en' }],
    completion: { percent: 80, rule: 'seen' },
    cues: (quiz.questions ?? []).slice(0, 2).map((item, place) => ({
      id: item.id,
      at: 1 + place,
      branches: 'answers' in item ? [{ id: item.answers[0]?.id, to: 3 }] : [],
      isBlocking: place === 0,
    })),
    isPreview: true,
    quiz: quiz.id,
    resources: [
      { blockType: 'file', file: sheet, title: 'Sheet' },
      { blockType: 'link', title: 'More', url: 'https://example.com/more' },
    ],
    title: 'Video',
    video: film,
  })
  const asked = await lesson({ kind: 'quiz', quiz: quiz.id, title: 'Quiz' })
  const second = await section('Second', { kind: 'after', section: first })
  await lesson(
    { audio: heard, kind: 'audio', release: { days: 3, kind: 'days' }, title: 'Audio' },
    second,
  )
  await lesson(
    {
      body: richBody(picture, before.id),
      kind: 'text',
      release: { kind: 'after', lesson: video },
      title: 'Text',
    },
    second,
  )
  await lesson(
    {
      document: sheet,
      kind: 'pdf',
      release: { kind: 'grade', lesson: asked, percent: 60 },
      title: 'Pdf',
    },
    second,
  )
  await lesson(
    { kind: 'slides', slides: [{ blockType: 'slide', note: 'Look', picture }], title: 'Slides' },
    second,
  )
  await lesson(
    {
      kind: 'download',
      resources: [{ blockType: 'file', file: sheet, title: 'Sheet' }],
      title: 'Download',
    },
    second,
  )
  await lesson(
    {
      embedUrl: 'https://www.loom.com/share/0123456789abcdef0123456789abcdef',
      kind: 'embed',
      title: 'Embed',
    },
    second,
  )
  await lesson(
    {
      kind: 'live',
      live: {
        endsAt: '2027-03-20T11:00:00.000Z',
        joinUrl: 'https://meet.example.com/light',
        opensBefore: 15,
        startsAt: '2027-03-20T10:00:00.000Z',
        zone: 'Europe/Berlin',
      },
      release: { at: '2027-03-19T08:00', kind: 'date', zone: 'school' },
      title: 'Live',
    },
    second,
  )
  await lesson(
    {
      assignment: { due: 'date', dueAt: '2027-03-22T12:00' },
      body: richText('Hand in what you saw.'),
      kind: 'assignment',
      title: 'Work',
    },
    second,
  )
  await lesson(
    {
      kind: 'survey',
      survey: {
        isAnonymous: true,
        questions: [
          {
            blockType: 'surveyRating',
            high: 'Bright',
            low: 'Dim',
            prompt: 'How was it?',
            steps: 5,
          },
          {
            blockType: 'surveySingle',
            isRequired: true,
            options: [{ text: 'Day' }, { text: 'Night' }],
            prompt: 'When?',
          },
        ],
      },
      title: 'Asked',
    },
    second,
  )
  await lesson({ kind: 'scorm', package: played, title: 'Scorm' }, second)
  await lesson({ _status: 'draft', kind: 'text', title: 'Half written' }, second)
  for (const [collection, id] of [
    ['courses', course],
    ['lessons', video],
    ['quizzes', quiz.id],
    ['media', picture],
  ] as const) {
    await inRussian({ id, collection, tenant })
  }

  return {
    before: before.id,
    course,
    film,
    lessons: { asked, video },
    picture,
    quiz: quiz.id,
    tenant,
  }
}

/** Every text of a document in Russian, as a machine would say it. */
export const inRussian = ({
  id,
  collection,
  tenant,
}: {
  collection: 'bank-questions' | 'courses' | 'lessons' | 'media' | 'quizzes'
  id: string
  tenant: string
}): Promise<void> =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    const subject = { id, collection }
    const doc = await authoredDocument({ req, subject })
    await inTransaction(req, async () => {
      await mergeTexts({
        dropped: [],
        locale: 'ru',
        req,
        subject,
        tenant,
        texts: Object.fromEntries(
          segmentsOf(collection, doc ?? {}).map(({ key, text }) => [
            key,
            { from: text, text: `ru ${text}` },
          ]),
        ),
      })
    })
  })

import sharp from 'sharp'

import type { FilmQuestions } from '@/operations/learning/filmCues'

import { bankChoice, bankOf } from '@/test/factories/bank'
import { uploaded } from '@/test/factories/files'
import { classrooms } from '@/test/factories/learning'
import { call, testPayload } from '@/test/harness'

import { answerOfCue, cuesOfFilm } from './cues'
import { lessonMedia } from './media'

const payload = testPayload()

type Person = { id: string }

const drawing = () =>
  sharp({ create: { background: 'teal', channels: 3, height: 6, width: 8 } })
    .png()
    .toBuffer()

/** A film whose quiz has items made of pictures that `picture` uploads; it asks those of them that `isAsked`. */
const room = async ({
  isAsked = () => true,
  items,
  lesson: given = {},
}: {
  isAsked?: (place: number) => boolean
  items: (make: {
    inBank: (tags?: string) => Promise<string>
    picture: () => Promise<string>
  }) => Promise<object[]>
  lesson?: object
}) => {
  const rooms = classrooms(payload())
  const { course, learner, section, tenant } = await rooms.classroom({ lessons: [] })
  const bank = await bankOf(payload(), tenant)
  const pictures: string[] = []
  const picture = async () => {
    const name = `${crypto.randomUUID()}.png`
    const id = await uploaded(payload(), { name, type: 'image/png', data: await drawing(), tenant })
    pictures.push(id)

    return id
  }
  const questions: string[] = []
  const inBank = async (tags?: string) => {
    const question = { ...bankChoice(`Look ${questions.length}`), picture: await picture() }
    const { id } = await bank.take(question, { tags })
    questions.push(id)

    return id
  }
  const quiz = await rooms.quiz({
    passMark: 50,
    questions: await items({ inBank, picture }),
    tenant,
  } as never)
  const lesson = await rooms.lessonIn({
    course,
    cues: (quiz.questions ?? []).flatMap(({ id }, place) =>
      isAsked(place) ? [{ id: id ?? '', at: (place + 1) * 10, isBlocking: true }] : [],
    ),
    duration: 100,
    quiz: quiz.id,
    section,
    tenant,
    ...given,
  })
  const asked = async (user: Person = learner) =>
    (await call(cuesOfFilm, { params: { lesson }, tenant, user })).body as FilmQuestions
  const statusOf = async (file: string, user: Person | undefined = learner) =>
    (await call(lessonMedia, { params: { lesson }, query: { file }, tenant, user })).status
  /** The pictures that are opened to somebody, of all there are. */
  const opened = async (user?: Person) => {
    const found: string[] = []
    for (const one of pictures) {
      if ((await statusOf(one, user)) === 200) {
        found.push(one)
      }
    }

    return found
  }
  const another = async () => {
    const one = await rooms.user({ tenant })
    await rooms.enrolled({ course, learner: one.id, tenant })

    return one
  }

  return {
    another,
    asked,
    bank,
    learner,
    lesson,
    opened,
    pictures,
    questions,
    rooms,
    statusOf,
    tenant,
  }
}

const POOL = { blockType: 'pool', count: 1, points: 1, tags: 'seen' }

const poolOfThree = async ({ inBank }: { inBank: (tags?: string) => Promise<string> }) => {
  await inBank('seen')
  await inBank('seen')
  await inBank('seen')

  return [POOL]
}

describe('the picture of a question inside a film', () => {
  it('of the bank opens to whoever is asked it, before anything is answered', async () => {
    const here = await room({
      items: async ({ inBank }) => [{ blockType: 'bankQuestion', question: await inBank() }],
    })
    const { cues, pictures } = await here.asked()

    expect(cues).toHaveLength(1)
    expect(Object.keys(pictures)).toEqual(here.pictures)
    expect(await here.opened()).toEqual(here.pictures)
  })

  it('of a pool opens to whom it was drawn for, and to nobody else', async () => {
    const here = await room({ items: poolOfThree })
    const people = [here.learner, ...(await Promise.all(Array.from({ length: 4 }, here.another)))]
    for (const person of people) {
      const [mine = ''] = Object.keys((await here.asked(person)).pictures)
      expect(await here.opened(person)).toEqual([mine])
    }
  })

  it('stays open once it is answered, though the bank gives it up', async () => {
    const here = await room({ items: poolOfThree })
    const { cues, pictures } = await here.asked()
    const [cue] = cues
    const [answer] = cue && 'answers' in cue.question ? cue.question.answers : []
    const { status } = await call(answerOfCue, {
      data: { answer: answer?.id ?? '' },
      params: { cue: cue?.id ?? '', lesson: here.lesson },
      tenant: here.tenant,
      user: here.learner,
    })
    expect(status).toBe(200)
    const at = here.pictures.indexOf(Object.keys(pictures)[0] ?? '')
    await here.bank.change(here.questions[at] ?? '', { isRetired: true })

    expect(await here.opened()).toEqual([here.pictures[at]])
  })

  it('opens with its cue alone: what the quiz has besides stays closed', async () => {
    const here = await room({
      isAsked: (place) => place === 0,
      items: async ({ inBank, picture }) => [
        { ...bankChoice('Asked'), picture: await picture() },
        { ...bankChoice('Kept back'), picture: await picture() },
        { blockType: 'bankQuestion', question: await inBank() },
      ],
    })

    expect(await here.opened()).toEqual(here.pictures.slice(0, 1))
  })

  it('opens to authors, and to no visitor, stranger or reader of a preview', async () => {
    const here = await room({
      items: async ({ inBank, picture }) => [
        { blockType: 'bankQuestion', question: await inBank() },
        { ...bankChoice('Its own'), picture: await picture() },
      ],
      lesson: { isPreview: true },
    })
    const stranger = await here.rooms.user({ tenant: here.tenant })
    const other = await here.rooms.classroom({ lessons: [] })

    expect(await here.opened(here.bank.author)).toEqual(here.pictures)
    for (const file of here.pictures) {
      expect(await here.statusOf(file, stranger)).toBe(403)
      expect(
        await call(lessonMedia, {
          params: { lesson: here.lesson },
          query: { file },
          tenant: here.tenant,
        }),
      ).toMatchObject({ status: 404 })
      expect(
        await call(lessonMedia, {
          params: { lesson: here.lesson },
          query: { file },
          tenant: other.tenant,
          user: other.learner,
        }),
      ).toMatchObject({ status: 404 })
    }
  })
})

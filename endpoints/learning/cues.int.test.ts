import { sql } from '@payloadcms/db-postgres'

import type { FilmQuestions, GivenAnswer } from '@/operations/learning/filmCues'

import { askerOf } from '@/operations/learning/asker'
import { countStale } from '@/operations/learning/countQuizzes'
import { forgetLearner } from '@/operations/learning/forgetLearner'
import { readLesson } from '@/operations/learning/lessonView'
import { workOf } from '@/operations/learning/roster/work'
import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { inSchool } from '@/test/factories/exams'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { read, save } from './attempts'
import { answerOfCue, cuesOfFilm } from './cues'
import { giveMarks } from './grading'
import { completed, watched } from './progress'

const payload = testPayload()

/** Length of the film, in seconds. */
const LENGTH = 100

const QUESTIONS = [
  {
    answers: [
      { feedback: 'It sinks.', isRight: false, text: 'Cork' },
      { isRight: true, text: 'Stone' },
      { isRight: false, text: 'Skip ahead' },
    ],
    blockType: 'singleChoice',
    explanation: 'SECRET of stones',
    points: 2,
    prompt: 'What sinks?',
  },
  { accepted: 'SECRET', blockType: 'shortText', points: 1, prompt: 'Say it.' },
  { blockType: 'trueFalse', isTrue: true, points: 1, prompt: 'Is it over?' },
]

type Given = {
  cues?: (first: string[], second: string[], last: string[]) => object[]
  lesson?: object
  questions?: object[]
}

/** A learner before a film of 100 seconds that asks at 10 (blocking, the third answer leads to 60), at 40 and at 80 (blocking). */
const room = async ({ cues, lesson: given, questions = QUESTIONS }: Given = {}) => {
  const rooms = classrooms(payload())
  const here = await rooms.classroom({ lessons: [] })
  const { course, learner, section, tenant } = here
  const quiz = await rooms.quiz({ passMark: 50, questions, tenant } as never)
  const ids = (quiz.questions ?? []).map((item) => [
    item.id ?? '',
    ...('answers' in item ? item.answers.map(({ id }) => id ?? '') : []),
  ])
  const [first = [], second = [], last = []] = ids
  const [one = '', wrong = '', right = '', ahead = ''] = first
  const [two = ''] = second
  const [three = ''] = last
  const lesson = await rooms.lessonIn({
    course,
    cues: cues?.(first, second, last) ?? [
      { id: three, at: 80, isBlocking: true },
      { id: one, at: 10, branches: [{ id: ahead, to: 60 }], isBlocking: true },
      { id: two, at: 40 },
    ],
    duration: LENGTH,
    quiz: quiz.id,
    section,
    tenant,
    ...given,
  })
  const asked = async (user: { id: string } = learner) => {
    const { body, status } = await call(cuesOfFilm, { params: { lesson }, tenant, user })

    return { body: body as { code?: string } & FilmQuestions, status }
  }
  const answer = async (cue: string, given: string | string[], user: { id: string } = learner) => {
    const { body, status } = await call(answerOfCue, {
      data: { answer: given },
      params: { cue, lesson },
      tenant,
      user,
    })

    return { body: body as { code?: string } & GivenAnswer, status }
  }
  const watch = async (spans: [number, number][]) => {
    const { body } = await call(watched, {
      data: { lesson, position: spans.at(-1)?.[1] ?? 0, spans },
      tenant,
      user: learner,
    })

    return body as { completed: boolean; share: number }
  }
  const attempts = () =>
    inSchool(
      { tenant },
      sql`select id, number::int, score::float8, max_score::float8 as max, percent::float8, passed, waits, in_film as film
          from quiz_attempts where lesson_id = ${lesson} order by number`,
    )

  return {
    ...here,
    ahead,
    answer,
    asked,
    attempts,
    lesson,
    one,
    quiz: quiz.id,
    right,
    rooms,
    three,
    two,
    watch,
    wrong,
  }
}

const rightOf = (answered: GivenAnswer) => answered.review.right

describe('the questions inside a film', () => {
  it('are told in the order of their seconds, without their key', async () => {
    const { asked, one, three, two } = await room()
    const { body, status } = await asked()

    expect(status).toBe(200)
    expect(
      body.cues.map(({ id, answered, at, isBlocking }) => [id, at, isBlocking, answered]),
    ).toEqual([
      [one, 10, true, null],
      [two, 40, false, null],
      [three, 80, true, null],
    ])
    expect(JSON.stringify(body)).not.toMatch(/SECRET|isRight|sinks\.|"to":60/)
  })

  it('are nobody else’s: not a stranger’s, nor of a film that asks nothing', async () => {
    const { asked, rooms, tenant, ...here } = await room()
    const stranger = await rooms.user({ tenant })
    const plain = await rooms.lessonIn({ course: here.course, section: here.section, tenant })

    expect(await asked(stranger)).toMatchObject({ body: { code: 'lessonLocked' }, status: 403 })
    const none = await call(cuesOfFilm, { params: { lesson: plain }, tenant, user: here.learner })
    expect(none.status).toBe(404)
  })

  it('are marked on the server, with feedback, and lead where the answer says', async () => {
    const { ahead, answer, asked, one, wrong } = await room()
    const given = await answer(one, [wrong])

    expect(given).toMatchObject({
      body: {
        isKept: true,
        review: { feedback: ['It sinks.'], points: 0, right: false },
        to: null,
      },
      status: 200,
    })
    expect((await asked()).body.cues[0]?.answered).toMatchObject({ answer: [wrong], to: null })
    // Who has answered may try again for themselves.
    expect((await answer(one, [ahead])).body).toMatchObject({ isKept: false, to: 60 })
    expect((await asked()).body.cues[0]?.answered).toMatchObject({ answer: [wrong] })
  })

  it('count once, however often and from however many places they are sent', async () => {
    const { answer, attempts, one, right, three, two, wrong } = await room()
    const sent = await Promise.all([
      ...Array.from({ length: 8 }, () => answer(one, [right])),
      ...Array.from({ length: 4 }, () => answer(two, 'secret')),
      answer(three, 'true'),
    ])

    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200))
    await answer(one, [wrong])
    expect(await attempts()).toEqual([
      {
        id: expect.any(String),
        film: true,
        max: 4,
        number: 1,
        passed: true,
        percent: 100,
        score: 4,
        waits: false,
      },
    ])
  })

  it('refuse what is no answer to them', async () => {
    const { answer, one } = await room()

    expect(await answer(one, ['nothing'])).toMatchObject({
      body: { code: 'answerUnknown' },
      status: 422,
    })
    expect(await answer(one, '')).toMatchObject({ body: { code: 'answerMissing' }, status: 422 })
    expect((await answer('nothing', 'true')).status).toBe(404)
  })

  it('cannot be answered anew through the attempts of quizzes', async () => {
    const { answer, attempts, learner, one, tenant, wrong } = await room()
    await answer(one, [wrong])
    const [{ id } = {}] = await attempts()
    const asks = { params: { id: String(id) }, tenant, user: learner }

    expect((await call(save, { ...asks, data: { answers: {} } })).status).toBe(404)
    expect((await call(read, asks)).status).toBe(404)
  })

  it('are tried by authors, of whom nothing is kept', async () => {
    const { answer, asked, attempts, one, right, rooms, tenant } = await room()
    const author = { ...(await rooms.user({ tenant })), roles: ['instructor' as const] }

    expect((await asked(author)).body.isKept).toBe(false)
    const given = await answer(one, [right], author)
    expect([given.status, rightOf(given.body), given.body.isKept]).toEqual([200, true, false])
    expect(await attempts()).toEqual([])
  })
})

describe('a film with questions that may not be passed', () => {
  it('is completed neither by watching to its end nor by skipping, until they are answered', async () => {
    const { answer, one, right, three, watch } = await room()

    expect(await watch([[0, LENGTH]])).toMatchObject({ completed: false, share: 1 })
    expect((await answer(one, [right])).body.completed).toBe(false)
    expect(await watch([[90, LENGTH]])).toMatchObject({ completed: false })
    expect((await answer(three, 'false')).body.completed).toBe(true)
    expect(await watch([[0, 1]])).toMatchObject({ completed: true })
  })

  it('is not completed by answers alone', async () => {
    const { answer, one, right, three, watch } = await room()
    await answer(one, [right])

    expect((await answer(three, 'true')).body.completed).toBe(false)
    expect(await watch([[0, 89]])).toMatchObject({ completed: false })
    expect(await watch([[0, 90]])).toMatchObject({ completed: true })
  })

  it('does not ask what an answer led past', async () => {
    const { ahead, answer, attempts, one, three, watch } = await room({
      cues: ([first, , , third], [second], [last]) => [
        { id: first, at: 10, branches: [{ id: third, to: 60 }], isBlocking: true },
        { id: second, at: 40, isBlocking: true },
        { id: last, at: 80, isBlocking: true },
      ],
    })
    await answer(one, [ahead])
    await watch([[0, LENGTH]])

    expect((await answer(three, 'true')).body.completed).toBe(true)
    expect(await attempts()).toMatchObject([{ max: 3, percent: 33, score: 1 }])
  })

  it('is not said to be done by its learner either', async () => {
    const { answer, learner, lesson, one, right, tenant, three } = await room({
      lesson: { completion: { rule: 'manual' } },
    })
    const say = () => call(completed, { data: { lesson }, tenant, user: learner })

    expect(await say()).toMatchObject({ body: { code: 'cuesUnanswered' }, status: 422 })
    await answer(one, [right])
    await answer(three, 'true')
    expect((await say()).status).toBe(200)
  })

  it('is held up by nothing that cannot be asked any more', async () => {
    const { quiz, tenant, watch } = await room()
    await inSchool({ tenant }, sql`update quizzes set questions = '[]' where id = ${quiz}`)

    expect(await watch([[0, LENGTH]])).toMatchObject({ completed: true })
  })
})

describe('what is answered inside a film', () => {
  it('joins the results of the course: its roster, its outline and its statistics', async () => {
    const { answer, course, learner, lesson, one, quiz, right, tenant, three, two } = await room()
    await answer(one, [right])
    await answer(two, 'nothing')
    await answer(three, 'true')
    await settle()
    const { standing, view } = await asTenant(tenant, async () => {
      const req = await requestOf()
      const of = await workOf({ course, learners: [learner.id], req })
      const asker = askerOf({ user: learner })

      return { standing: of(learner.id), view: await readLesson({ asker, lesson, req }) }
    })
    expect(standing.quizzes).toEqual({ all: 1, passed: 1, waiting: 0 })
    expect(view?.lesson.file ?? null).toBeNull()

    await countStale({ payload: payload() })
    const [counted] = await inSchool(
      { tenant },
      sql`select attempts::int as attempts, jsonb_array_length(items) as items from quiz_statistics where quiz_id = ${quiz}`,
    )
    expect(counted).toEqual({ attempts: 1, items: 3 })
  })

  it('waits for a grader where somebody has to read it, and completes nothing when it is marked', async () => {
    const { answer, attempts, one, rooms, tenant, watch } = await room({
      cues: ([first]) => [{ id: first, at: 5, isBlocking: true }],
      questions: [{ blockType: 'essay', points: 5, prompt: 'Why?' }],
    })
    expect((await answer(one, 'Because of the light.')).body.review).toMatchObject({ waits: true })
    const [{ id } = {}] = await attempts()
    expect(await attempts()).toMatchObject([{ waits: true }])
    const grader = { ...(await rooms.user({ tenant })), roles: ['admin' as const] }
    const marked = await call(giveMarks, {
      data: { marks: { [one]: { comment: null, points: 4 } } },
      params: { id: String(id) },
      tenant,
      user: grader,
    })

    expect([marked.status, marked.body]).toEqual([200, expect.anything()])
    expect(await attempts()).toMatchObject([{ max: 5, percent: 80, score: 4, waits: false }])
    expect(await watch([[0, 10]])).toMatchObject({ completed: false })
    expect(await watch([[0, LENGTH]])).toMatchObject({ completed: true })
  })

  it('goes with the account of its learner', async () => {
    const { answer, attempts, learner, one, right, tenant } = await room()
    await answer(one, [right])
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () => forgetLearner({ learner: learner.id, req, tenant }))
    })

    expect(await attempts()).toEqual([])
  })
})

describe('the cues of a lesson', () => {
  it('are refused where they cannot be understood', async () => {
    const { course, rooms, section, tenant } = await room()
    const keep = (cues: unknown) => rooms.lessonIn({ course, cues: cues as never, section, tenant })

    await expect(keep([{ at: -1 }])).rejects.toThrow()
    await expect(keep('ten')).rejects.toThrow()
    const none = await keep([])
    expect(await inSchool({ tenant }, sql`select cues from lessons where id = ${none}`)).toEqual([
      { cues: null },
    ])
  })
})

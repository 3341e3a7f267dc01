import { sql } from '@payloadcms/db-postgres'

import type { FilmQuestions, GivenAnswer } from '@/operations/learning/filmCues'

import { countStale } from '@/operations/learning/countQuizzes'
import { bankOf } from '@/test/factories/bank'
import { inSchool } from '@/test/factories/exams'
import { silence, uploaded } from '@/test/factories/files'
import { classrooms } from '@/test/factories/learning'
import { call, settle, testPayload } from '@/test/harness'

import { answerOfCue, cuesOfFilm } from './cues'
import { watched } from './progress'

const payload = testPayload()

const LENGTH = 100

const POOL = { blockType: 'pool', count: 3, points: 2 }

/** A learner before a recording of 100 seconds that asks at 10, 20 … what `pools` draw of a bank of so many questions; none may be passed. */
const room = async ({ kind = 'audio', pools = [POOL] as object[], size = 8 } = {}) => {
  const rooms = classrooms(payload())
  const { course, learner, section, tenant } = await rooms.classroom({ lessons: [] })
  const bank = await bankOf(payload(), tenant)
  const questions = await Promise.all(
    Array.from({ length: size }, (_, at) => bank.add({ prompt: `Bank ${at}`, tags: 'all' })),
  )
  const quiz = await rooms.quiz({ passMark: 50, questions: pools, tenant } as never)
  const items = (quiz.questions ?? []).map(({ id }) => id ?? '')
  const audio =
    kind === 'audio'
      ? await uploaded(payload(), { name: 'talk.mp3', type: 'audio/mpeg', data: silence(), tenant })
      : null
  const lesson = await rooms.lessonIn({
    audio,
    course,
    cues: items.map((id, at) => ({ id, at: (at + 1) * 10, isBlocking: true })),
    duration: LENGTH,
    kind: kind as 'audio',
    quiz: quiz.id,
    section,
    tenant,
  })
  const asked = async (user: { id: string } = learner) => {
    const { body, status } = await call(cuesOfFilm, { params: { lesson }, tenant, user })
    expect(status).toBe(200)

    return (body as FilmQuestions).cues
  }
  const answer = async (text: 'Right' | 'Wrong', at = 0) => {
    const cue = (await asked())[at]
    const answers = cue && 'answers' in cue.question ? cue.question.answers : []
    const { body, status } = await call(answerOfCue, {
      data: { answer: answers.find((one) => 'text' in one && one.text === text)?.id ?? '' },
      params: { cue: cue?.id ?? '', lesson },
      tenant,
      user: learner,
    })
    expect(status).toBe(200)

    return body as GivenAnswer
  }
  const watch = async () => {
    const { body } = await call(watched, {
      data: { lesson, position: LENGTH, spans: [[0, LENGTH]] },
      tenant,
      user: learner,
    })

    return body as { completed: boolean }
  }
  const attempts = () =>
    inSchool(
      { tenant },
      sql`select score::float8, max_score::float8 as max, percent::float8, passed from quiz_attempts where lesson_id = ${lesson}`,
    )
  const another = async () => {
    const one = await rooms.user({ tenant })
    await rooms.enrolled({ course, learner: one.id, tenant })

    return one
  }

  return { another, answer, asked, attempts, bank, items, questions, quiz, tenant, watch }
}

const promptsOf = (cues: FilmQuestions['cues']) => cues.map(({ question }) => question.prompt)

describe('a pool inside a recording', () => {
  it('asks each learner one of its questions, the same whenever it is looked at', async () => {
    const { another, asked, items } = await room()
    const [first, again] = [await asked(), await asked()]

    expect(first.map(({ id }) => id)).toEqual(items)
    expect(again).toEqual(first)
    const others = await Promise.all(
      Array.from({ length: 6 }, async () => promptsOf(await asked(await another()))[0]),
    )
    expect(new Set(others).size).toBeGreaterThan(1)
    expect(JSON.stringify(first)).not.toContain('isRight')
  })

  it('keeps what was answered, though the bank changes, and counts it once at the points of the pool', async () => {
    const { answer, asked, attempts, bank, questions } = await room()
    const [prompt] = promptsOf(await asked())
    expect((await answer('Right')).review.right).toBe(true)
    await bank.change(questions.find(({ question: [one] }) => one?.prompt === prompt)?.id ?? '', {
      isRetired: true,
    })

    expect(promptsOf(await asked())).toEqual([prompt])
    expect((await asked())[0]?.answered?.review).toMatchObject({ points: 2, right: true })
    expect((await answer('Wrong')).isKept).toBe(false)
    expect(await attempts()).toEqual([{ max: 2, passed: true, percent: 100, score: 2 }])
  })

  it('holds the recording up until it is answered', async () => {
    const { answer, watch } = await room()

    expect(await watch()).toMatchObject({ completed: false })
    expect((await answer('Wrong')).completed).toBe(true)
  })

  it('holds nobody up where it finds nothing', async () => {
    const { asked, watch } = await room({ pools: [{ ...POOL, tags: 'nothing has it' }, POOL] })

    expect(await asked()).toHaveLength(1)
    expect(await watch()).toMatchObject({ completed: false })
    const empty = await room({ size: 0 })
    expect(await empty.watch()).toMatchObject({ completed: true })
  })

  it('asks nothing twice while there is something else, and asks all the same where there is not', async () => {
    const many = await room({ pools: [POOL, POOL, { ...POOL, tags: 'ALL' }], size: 3 })
    expect(new Set(promptsOf(await many.asked())).size).toBe(3)
    const one = await room({ pools: [POOL, POOL], size: 1 })
    expect(promptsOf(await one.asked())).toEqual(['Bank 0', 'Bank 0'])
    await one.answer('Right', 0)
    expect(await one.watch()).toMatchObject({ completed: false })
    expect((await one.answer('Wrong', 1)).completed).toBe(true)
    expect(await one.attempts()).toMatchObject([{ max: 4, score: 2 }])
  })

  it('is regraded with its question, and counted under it', async () => {
    const { answer, attempts, bank, questions, quiz, tenant } = await room({ size: 1 })
    await answer('Wrong')
    expect(await attempts()).toMatchObject([{ score: 0 }])
    const [question] = questions
    if (question) {
      await bank.swap(question)
    }
    await settle()
    expect(await attempts()).toMatchObject([{ max: 2, score: 2 }])
    await countStale({ payload: payload() })

    expect(
      await inSchool(
        { tenant },
        sql`select i.one ->> 'bank' = ${question?.id} as known, i.one ->> 'question' = b.key as named
            from quiz_statistics s cross join jsonb_array_elements(s.items) i (one)
            join bank_questions b on b.id = ${question?.id} where s.quiz_id = ${quiz.id}`,
      ),
    ).toEqual([{ known: true, named: true }])
  })

  it('is asked by films as well', async () => {
    const { answer } = await room({ kind: 'video' })

    expect((await answer('Right')).isKept).toBe(true)
  })
})

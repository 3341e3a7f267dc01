import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Statistics } from '@/operations/learning/itemStatistics'
import type { Exam } from '@/test/factories/exams'

import { asTenant } from '@/database/scope'
import { bankStatistics } from '@/operations/learning/itemStatistics'
import { countStale } from '@/operations/learning/countQuizzes'
import { factories } from '@/test/factories'
import { bankChoice, bankOf } from '@/test/factories/bank'
import { correct, swapped, wrongAnswers } from '@/test/factories/corrections'
import { begin, coded, examRoom, handIn, inSchool, rightAnswers } from '@/test/factories/exams'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { statistics, statisticsFile } from './statistics'

const payload = testPayload()

/** The exam of another learner of the same course. */
const another = async (exam: Exam): Promise<Exam> => {
  const rooms = classrooms(payload())
  const learner = await rooms.user({ tenant: exam.tenant })
  await rooms.enrolled({ course: exam.course, learner: learner.id, tenant: exam.tenant })

  return { ...exam, learner }
}

const answered = async (exam: Exam, answers: typeof rightAnswers) => {
  const { attempt } = await begin(exam)
  await handIn(exam, attempt.id, answers(attempt))

  return attempt
}

const read = async (exam: Exam) => {
  const user = await factories(payload()).user({ roles: ['instructor'], tenant: exam.tenant })

  return (await call(statistics, { params: { id: exam.quiz }, tenant: exam.tenant, user }))
    .body as Statistics
}

const settle = () => countStale({ payload: payload() })

describe('statistics of a quiz', () => {
  it('count each graded attempt once, however often they are counted', async () => {
    const exam = await examRoom(payload())
    await answered(exam, rightAnswers)
    await answered(await another(exam), wrongAnswers)
    await begin(await another(exam))
    await settle()
    await countStale({ payload: payload() })
    const found = await read(exam)

    expect(found).toMatchObject({
      attempts: 2,
      items: [
        {
          answers: [
            { chosen: 1, discrimination: 1, isRight: true, share: 0.5, text: 'Right' },
            { chosen: 1, discrimination: -1, isRight: false, share: 0.5, text: 'Wrong' },
          ],
          asked: 2,
          difficulty: 0.5,
          discrimination: 1,
          flags: [],
          prompt: 'one',
          version: 0,
        },
        { asked: 2, difficulty: 0.5, discrimination: 1, prompt: 'two' },
      ],
      results: { mean: 0.5, passed: 0.5, tenths: [0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0.5] },
    })
  })

  it('follow a corrected key within their next turn', async () => {
    const exam = await examRoom(payload())
    await answered(exam, wrongAnswers)
    await settle()
    await correct({ change: swapped, exam, payload: payload() })
    await settleOnly(payload(), 'regradeOnContentChanged')
    await countStale({ payload: payload() })

    expect((await read(exam)).items.map(({ difficulty }) => difficulty)).toEqual([1, 1])
  })

  it('tell versions of a question of the bank apart, and list it by quiz', async () => {
    const exam = await examRoom(payload(), { questions: [bankChoice('Own')] })
    const bank = await bankOf(payload(), exam.tenant)
    const asked = await bank.add({ prompt: 'Banked' })
    await inSchool(
      exam,
      sql`update quizzes set questions = questions || ${JSON.stringify([{ id: 'b', blockType: 'bankQuestion', question: asked.id }])}::jsonb`,
    )
    await answered(exam, rightAnswers)
    await bank.change(asked.id, { question: [{ ...asked.question[0], prompt: 'Reworded' }] })
    await answered(await another(exam), wrongAnswers)
    await settle()
    const listed = await asTenant(exam.tenant, async () =>
      bankStatistics({ question: asked.id, req: await requestOf() }),
    )

    expect(
      listed.map(({ asked: times, difficulty, prompt, version }) => [
        version,
        prompt,
        times,
        difficulty,
      ]),
    ).toEqual([
      [2, 'Reworded', 1, 0],
      [1, 'Banked', 1, 1],
    ])
  })

  it('come as a file too, and are shown to nobody but authors of the school', async () => {
    const exam = await examRoom(payload())
    await answered(exam, rightAnswers)
    await settle()
    const stranger = await factories(payload()).user({ roles: ['instructor'] })
    const user = await factories(payload()).user({ roles: ['instructor'], tenant: exam.tenant })
    const asked = { params: { id: exam.quiz }, tenant: exam.tenant }

    expect(coded(await call(statistics, { ...asked, user: exam.learner }))).toEqual([
      403,
      'forbidden',
    ])
    const elsewhere = String((stranger as { tenant: unknown }).tenant)
    expect(coded(await call(statistics, { ...asked, tenant: elsewhere, user: stranger }))).toEqual([
      404,
      'notFound',
    ])
    const file = await call(statisticsFile, { ...asked, user })
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  })
})

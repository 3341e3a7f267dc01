import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Question } from '@/domain/learning/grading'
import type { Exam } from '@/test/factories/exams'

import { bankMatching } from '@endpoints/catalog/bank'
import { everyStatement } from '@/test/everyStatement'
import { factories } from '@/test/factories'
import { bankChoice, bankOf } from '@/test/factories/bank'
import { wrongAnswers } from '@/test/factories/corrections'
import { begin, coded, examRoom, handIn, inSchool, rightAnswers } from '@/test/factories/exams'
import { classrooms } from '@/test/factories/learning'
import { call, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

const payload = testPayload()

const pool = (count: number, given: object = {}) => ({ blockType: 'pool', count, ...given })

/** A school with a bank of `size` questions, tagged by turns `even` and `odd`, and a learner before a quiz of `items`. */
const drawRoom = async ({
  items,
  size = 12,
  ...given
}: {
  items: (ids: string[]) => object[]
  size?: number
}) => {
  const tenant = (await factories(payload()).tenant()).id
  const bank = await bankOf(payload(), tenant)
  const questions = []
  for (let at = 0; at < size; at += 1) {
    questions.push(
      await bank.add({ prompt: `Bank ${at}`, tags: at % 2 ? 'Odd, all' : 'Even, all' }),
    )
  }
  const rooms = classrooms(payload())
  const course = (await rooms.course({ tenant })).id
  const section = (await rooms.section({ course, tenant })).id
  const quiz = (
    await rooms.quiz({
      passMark: 100,
      questions: items(questions.map(({ id }) => id)),
      tenant,
      ...given,
    } as never)
  ).id
  const lesson = await rooms.lessonIn({ course, kind: 'quiz', quiz, section, tenant })
  const learner = async () => {
    const person = await rooms.user({ tenant })
    await rooms.enrolled({ course, learner: person.id, tenant })

    return person
  }
  const exam = {
    course,
    learner: await learner(),
    lesson,
    quiz,
    section,
    tenant,
  } as unknown as Exam

  return { another: async () => ({ ...exam, learner: await learner() }), bank, exam, questions }
}

const prompts = ({ questions }: { questions: readonly { prompt: string }[] }) =>
  questions.map(({ prompt }) => prompt)

const keptQuestions = async (exam: Exam, attempt: string) => {
  const [kept] = await inSchool(
    exam,
    sql`select questions from quiz_attempts where id = ${attempt}`,
  )

  return (kept as { questions: Question[] }).questions
}

describe('a pool of a quiz', () => {
  it('draws as many as it says, none twice, and the same again after a reload', async () => {
    const { exam } = await drawRoom({
      items: ([first]) => [
        { blockType: 'bankQuestion', question: first },
        pool(4, { points: 2, tags: 'even' }),
        pool(5, { tags: 'all' }),
        bankChoice('Own'),
      ],
    })
    const { attempt } = await begin(exam)
    const again = await begin(exam)

    expect(attempt.questions).toHaveLength(11)
    expect(new Set(attempt.questions.map(({ id }) => id)).size).toBe(11)
    expect(prompts(attempt)[0]).toBe('Bank 0')
    expect(prompts(attempt)[10]).toBe('Own')
    expect(attempt.questions.slice(1, 5).map(({ points }) => points)).toEqual([2, 2, 2, 2])
    expect(again.attempt).toEqual(attempt)
    expect(JSON.stringify(attempt)).not.toContain('isRight')
    expect((await handIn(exam, attempt.id, rightAnswers(attempt))).body).toMatchObject({
      maxScore: 15,
      passed: true,
      percent: 100,
    })
  })

  it('asks a learner first what earlier attempts did not ask, and others something else', async () => {
    const { another, exam } = await drawRoom({ items: () => [pool(4, { tags: 'all' })] })
    const seen: string[] = []
    for (let time = 0; time < 3; time += 1) {
      const { attempt } = await begin(exam)
      seen.push(...prompts(attempt))
      await handIn(exam, attempt.id)
    }
    const draws = new Set<string>()
    for (let person = 0; person < 4; person += 1) {
      draws.add(
        prompts((await begin(await another())).attempt)
          .toSorted()
          .join(),
      )
    }

    expect(new Set(seen).size).toBe(12)
    expect(draws.size).toBeGreaterThan(1)
  })

  it('asks what there is where the bank has fewer, leaves out what is retired, and refuses an empty quiz', async () => {
    const { bank, exam, questions } = await drawRoom({
      items: () => [pool(10, { tags: 'odd' })],
      size: 6,
    })
    await bank.change(questions[1]?.id ?? '', { isRetired: true })
    const { attempt } = await begin(exam)
    expect(prompts(attempt).toSorted()).toEqual(['Bank 3', 'Bank 5'])

    const { exam: empty } = await drawRoom({ items: () => [pool(3, { tags: 'none' })], size: 1 })
    expect(await begin(empty)).toMatchObject({ code: 'quizEmpty', status: 422 })
  })

  it('draws from one course alone where it says so, and needs all tags where it says so', async () => {
    const { bank, exam } = await drawRoom({ items: () => [pool(1)], size: 4 })
    await bank.add({ course: exam.course, prompt: 'Here', tags: 'odd, Hard' })
    const count = async (query: Record<string, string>) =>
      (
        (await call(bankMatching, { query, tenant: exam.tenant, user: bank.author })).body as {
          matching: number
        }
      ).matching

    expect(await count({})).toBe(5)
    expect(await count({ tags: 'odd' })).toBe(3)
    expect(await count({ tags: 'even,hard' })).toBe(3)
    expect(await count({ matchAll: 'true', tags: 'hard,  ODD' })).toBe(1)
    expect(await count({ course: exam.course })).toBe(1)
    expect(coded(await call(bankMatching, { tenant: exam.tenant, user: exam.learner }))).toEqual([
      403,
      'forbidden',
    ])
  })

  it('draws nothing from another school, and no quiz may name what is there', async () => {
    const { bank: foreign, questions } = await drawRoom({ items: () => [pool(1)], size: 3 })
    const { exam } = await drawRoom({ items: () => [pool(9, { tags: 'all' })], size: 2 })

    expect((await begin(exam)).attempt.questions).toHaveLength(2)
    await expect(
      factories(payload()).quiz({
        questions: [{ blockType: 'bankQuestion', question: questions[0]?.id }],
        tenant: exam.tenant,
      } as never),
    ).rejects.toMatchObject({ status: 400 })
    expect(foreign).toBeDefined()
  })

  it('hands in fifty drawn questions with eight statements at most', async () => {
    const { exam } = await drawRoom({ items: () => [pool(50)], size: 55 })
    const { attempt } = await begin(exam)
    const answers = rightAnswers(attempt)
    const sent = await everyStatement(payload(), async () => {
      expect((await handIn(exam, attempt.id, answers)).body).toMatchObject({ score: 50 })
    })

    expect(attempt.questions).toHaveLength(50)
    expect(sent.length).toBeLessThanOrEqual(8)
  }, 60_000)
})

describe('a version of a question', () => {
  it('is made by each change of the question, by changes at once too, and by nothing else', async () => {
    const { bank, questions } = await drawRoom({ items: () => [pool(1)], size: 1 })
    const [first] = questions
    if (!first) {
      throw new Error('There is no question.')
    }
    await bank.change(first.id, { tags: 'other' })
    await bank.change(first.id, { question: first.question })
    await Promise.all(
      ['Two', 'Three', 'Four'].map((prompt) =>
        bank.change(first.id, { question: [{ ...first.question[0], prompt }] }),
      ),
    )
    const [kept] = await inSchool(
      { tenant: (first as { tenant: string }).tenant },
      sql`select b.version::int as version, b.title,
            (select json_agg(v.number order by v.number) from bank_versions v where v.question_id = b.id) as numbers
          from bank_questions b where b.id = ${first.id}`,
    )

    expect(kept).toMatchObject({ numbers: [1, 2, 3, 4], version: 4 })
  })

  it('that was asked stays in the attempt; a pinned quiz goes on asking it, another asks the newest', async () => {
    const { another, bank, exam, questions } = await drawRoom({
      items: ([first, second]) => [
        { blockType: 'bankQuestion', question: first, version: 1 },
        { blockType: 'bankQuestion', question: second },
      ],
      size: 2,
    })
    const { attempt } = await begin(exam)
    for (const one of questions) {
      await bank.change(one.id, { question: [{ ...one.question[0], prompt: 'Reworded' }] })
    }

    expect(prompts((await begin(exam)).attempt)).toEqual(['Bank 0', 'Bank 1'])
    expect(prompts((await begin(await another())).attempt)).toEqual(['Bank 0', 'Reworded'])
    expect((await keptQuestions(exam, attempt.id)).map(({ bank: of }) => of?.version)).toEqual([
      1, 1,
    ])
  })

  it('that corrects the key regrades attempts with a trail, where it is the newest that is asked', async () => {
    const { bank, exam, questions } = await drawRoom({ items: () => [pool(2)], size: 2 })
    const { attempt } = await begin(exam)
    expect((await handIn(exam, attempt.id, wrongAnswers(attempt))).body).toMatchObject({ score: 0 })
    await settleOnly(payload(), 'regradeOnContentChanged')
    for (const one of questions) {
      await bank.swap(one)
      await settleOnly(payload(), 'regradeOnContentChanged')
    }

    expect(
      await inSchool(exam, sql`select score::int as score, passed from quiz_attempts`),
    ).toEqual([{ passed: true, score: 2 }])
    expect(
      await inSchool(
        exam,
        sql`select r.after_score::int as score, r.actor_id = ${bank.author.id}::uuid as theirs from regrades r order by r.id`,
      ),
    ).toEqual([
      { score: 1, theirs: true },
      { score: 2, theirs: true },
    ])
    expect((await keptQuestions(exam, attempt.id)).map(({ bank: of }) => of?.version)).toEqual([
      1, 1,
    ])
  })

  it('that asks something else regrades nobody, and neither does one after the pinned one', async () => {
    const { bank, exam, questions } = await drawRoom({
      items: ([first]) => [{ blockType: 'bankQuestion', question: first, version: 1 }, pool(1)],
      size: 2,
    })
    const { attempt } = await begin(exam)
    await handIn(exam, attempt.id, wrongAnswers(attempt))
    const [first, second] = questions
    if (!first || !second) {
      throw new Error('There are no questions.')
    }
    await bank.swap(first)
    await bank.swap(second, { corrects: false })
    await settleOnly(payload(), 'regradeOnContentChanged')

    expect(await inSchool(exam, sql`select score::int as score from quiz_attempts`)).toEqual([
      { score: 0 },
    ])
    expect(await inSchool(exam, sql`select id from regrades`)).toEqual([])
  })
})

describe('a question moved from its quiz to the bank', () => {
  it('is known by earlier attempts, which a later correction in the bank regrades', async () => {
    const exam = await examRoom(payload(), { questions: [bankChoice('Moved')] })
    const { attempt } = await begin(exam)
    await handIn(exam, attempt.id, wrongAnswers(attempt))
    const bank = await bankOf(payload(), exam.tenant)
    const [stored] = await inSchool(exam, sql`select questions from quizzes`)
    const [own] = (stored as { questions: Question[] }).questions
    const moved = await bank.take(own as Question)
    expect(moved.question[0]?.id).toBe(own?.id)
    await inSchool(
      exam,
      sql`update quizzes set questions = ${JSON.stringify([{ id: 'x', blockType: 'bankQuestion', question: moved.id }])}::jsonb`,
    )
    await bank.swap(moved)
    await settleOnly(payload(), 'regradeOnContentChanged')

    expect(await inSchool(exam, sql`select score::int as score from quiz_attempts`)).toEqual([
      { score: 1 },
    ])
  })

  it('keeps its id the first time, and gets another where the bank has it already', async () => {
    const { bank, questions } = await drawRoom({ items: () => [pool(1)], size: 1 })
    const [first] = questions
    const copy = await bank.take(first?.question[0] as Question)

    expect(copy.question[0]?.id).not.toBe(first?.question[0]?.id)
  })
})

describe('a question that quizzes name', () => {
  it('cannot be removed from the bank, and in one quiz it stands once', async () => {
    const { bank, exam, questions } = await drawRoom({
      items: ([first]) => [{ blockType: 'bankQuestion', question: first }],
      size: 2,
    })
    const [first, second] = questions.map(({ id }) => id)

    await expect(bank.remove(first ?? '')).rejects.toMatchObject({ data: { code: 'asked' } })
    await expect(bank.remove(second ?? '')).resolves.toBeDefined()
    await expect(
      factories(payload()).quiz({
        questions: [
          { blockType: 'bankQuestion', question: first },
          { blockType: 'bankQuestion', question: first },
        ],
        tenant: exam.tenant,
      } as never),
    ).rejects.toMatchObject({ status: 400 })
  })
})

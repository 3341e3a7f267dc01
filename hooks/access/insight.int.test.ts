import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { requestOf, testPayload } from '@/test/harness'
import { teamRoom } from '@/test/teamRoom'

const payload = testPayload()

type Call = Awaited<ReturnType<Awaited<ReturnType<typeof teamRoom>>['as']>>

/** A school with a course in which somebody learns, with a quiz that its lesson asks. */
const room = async () => {
  const here = await teamRoom(payload())
  const { course, learner, make, tenant } = here
  const { id: quiz } = await make.quiz({ tenant })
  const { id: section } = await make.section({ course, tenant })
  const lesson = await make.lessonIn({ course, kind: 'quiz', quiz, section, tenant })
  const asked = {
    entitlement: `courses/${course}/entitlement?learner=${learner.id}`,
    roster: `courses/${course}/roster`,
    rosterFile: `courses/${course}/roster.csv`,
    statistics: `quizzes/${quiz}/statistics`,
    statisticsFile: `quizzes/${quiz}/statistics.csv`,
  }
  /** How each is answered to a caller. */
  const answers = async (call: Call) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(asked).map(async ([name, path]) => [name, (await call('GET', path)).status]),
      ),
    ) as Record<keyof typeof asked, number>

  return { ...here, answers, asked, lesson, quiz }
}

const ALL = { entitlement: 200, roster: 200, rosterFile: 200, statistics: 200, statisticsFile: 200 }

const NONE = {
  entitlement: 403,
  roster: 403,
  rosterFile: 403,
  statistics: 403,
  statisticsFile: 403,
}

describe('who learns in a course, and how', () => {
  it.each(['viewer', 'assistant', 'editor', 'lead'] as const)(
    'is read by a %s of its team who comes from outside',
    async (role) => {
      const here = await room()
      const { call } = await here.join('guest', role)
      expect(await here.answers(call)).toEqual(ALL)
    },
  )

  it('is not read by the team of another course, nor by strangers', async () => {
    const here = await room()
    const { call } = await here.join('guest', 'lead')
    const other = await here.make.course({ tenant: here.tenant })
    await asTenant(here.tenant, async () =>
      rows(await requestOf(), sql`update course_team set course_id = ${other.id}`),
    )
    expect(await here.answers(call)).toEqual({ ...NONE, statistics: 404, statisticsFile: 404 })
    await here.people('sam', ['student'])
    expect(await here.answers(await here.as('sam'))).toEqual(NONE)
    expect((await (await here.as())('GET', here.asked.roster)).status).toBe(401)
  })

  it('is an instructor’s of the school until others are its team, and managers’ and supporters’ always', async () => {
    const here = await room()
    const ines = await here.as('ines')
    expect(await here.answers(ines)).toEqual(ALL)
    const { id } = await here.join('guest', 'viewer')
    expect(await here.answers(ines)).toEqual({ ...NONE, statistics: 404, statisticsFile: 404 })
    expect(await here.answers(here.owner)).toEqual(ALL)
    await here.people('sue', ['support'])
    expect((await (await here.as('sue'))('GET', here.asked.roster)).status).toBe(200)
    await here.owner('POST', `team/${id}/remove`, { reason: 'It has ended' })
    expect(await here.answers(ines)).toEqual(ALL)
  })

  it('is no invited person’s any more once they were taken out of the team', async () => {
    const here = await room()
    const { id, call } = await here.join('guest', 'editor')
    await here.owner('POST', `team/${id}/remove`, { reason: 'It has ended' })
    expect(await here.answers(call)).toEqual(NONE)
  })
})

describe('an instructor of the school who is not in the team of a course', () => {
  const counted = async (call: Call, path: string) =>
    (await call('GET', path)) as unknown as { status: number; totalDocs?: number }

  it('has neither its drafts, nor what its learners do', async () => {
    const here = await room()
    const { course, learner, lesson, quiz, tenant } = here
    await asTenant(tenant, async () => {
      const req = await requestOf()
      const enrollment = await row<{ id: string }>(
        req,
        sql`select id from enrollments where course_id = ${course}`,
      )
      await payload().create({
        collection: 'quiz-attempts',
        data: {
          enrollment: enrollment?.id,
          learner: learner.id,
          lesson,
          maxScore: 1,
          number: 1,
          passMark: 70,
          questions: [],
          quiz,
          startedAt: new Date().toISOString(),
          tenant,
        } as never,
        overrideAccess: true,
        req,
      })
      await rows(req, sql`update courses set _status = 'draft' where id = ${course}`)
    })
    const lists = {
      attempts: `quiz-attempts/count?where[lesson][equals]=${lesson}`,
      course: `courses/count?where[id][equals]=${course}`,
      enrollments: `enrollments/count?where[course][equals]=${course}`,
      lessons: `lessons/count?where[course][equals]=${course}`,
      lessonVersions: `lessons/versions?where[version.course][equals]=${course}`,
      quizzes: `quizzes/count?where[id][equals]=${quiz}`,
      versions: `courses/versions?where[parent][equals]=${course}`,
    }
    const seen = async (call: Call) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(lists).map(async ([name, path]) => [
            name,
            ((await counted(call, path)).totalDocs ?? 0) > 0,
          ]),
        ),
      ) as Record<keyof typeof lists, boolean>
    const all = Object.fromEntries(Object.keys(lists).map((name) => [name, true]))
    const none = Object.fromEntries(Object.keys(lists).map((name) => [name, false]))
    const ines = await here.as('ines')
    expect(await seen(ines)).toEqual(all)
    await here.join('guest', 'assistant', ['instructor'])
    expect(await seen(ines)).toEqual(none)
    expect(await seen(await here.as('guest'))).toEqual(all)
    expect(await seen(here.owner)).toEqual(all)
    expect((await ines('GET', `lessons/${here.first}?draft=true`)).status).toBe(404)
    expect((await ines('GET', `courses/${course}?draft=true`)).status).toBe(404)
  })
})

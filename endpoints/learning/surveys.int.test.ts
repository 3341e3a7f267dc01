import { sql } from '@payloadcms/db-postgres'

import { asPlatform, asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { personalData } from '@/operations/identity/personalData'
import { forgetLearner } from '@/operations/learning/forgetLearner'
import { factories } from '@/test/factories'
import { SURVEY_QUESTIONS, surveyRoom } from '@/test/factories/surveys'
import { call, requestOf, testPayload } from '@/test/harness'

import { answerSurvey, surveyFile, surveyOutcome } from './surveys'

const payload = testPayload()

type Room = Awaited<ReturnType<typeof surveyRoom>>
type Person = { id: string }

const ALL = { nps: 9, rating: 4, several: ['texts', 'films'], single: 'long', text: '=1+1 "cup"' }

const send = (
  { learner, lesson, tenant }: Room,
  {
    answers = { rating: 4 },
    isAnonymous = false,
    user = learner,
  }: { answers?: object; isAnonymous?: boolean; user?: Person } = {},
) => call(answerSurvey, { data: { answers, isAnonymous }, params: { lesson }, tenant, user })

const teacher = ({ tenant }: Room) => factories(payload()).user({ roles: ['instructor'], tenant })

const read = async (room: Room, user?: Person) =>
  call(surveyOutcome, {
    params: { lesson: room.lesson },
    tenant: room.tenant,
    user: user ?? (await teacher(room)),
  })

const table = async (room: Room): Promise<string> =>
  String(
    (
      await call(surveyFile, {
        params: { lesson: room.lesson },
        tenant: room.tenant,
        user: await teacher(room),
      })
    ).body,
  )

const kept = ({ tenant }: Room) =>
  asTenant(tenant, async () =>
    rows<Record<string, unknown>>(await requestOf(), sql`select * from survey_answers`),
  )

const completed = ({ lesson, tenant }: Room, { id }: Person) =>
  asTenant(tenant, async () =>
    Boolean(
      await row(
        await requestOf(),
        sql`select 1 from progress where lesson_id = ${lesson} and learner_id = ${id} and completed_at is not null`,
      ),
    ),
  )

describe('a survey', () => {
  it('is answered once, however often and at once it is sent, and completes its lesson', async () => {
    const room = await surveyRoom(payload())
    const answered = await Promise.all([
      send(room, { answers: ALL }),
      send(room, { answers: ALL }),
      send(room, { answers: { rating: 1 } }),
    ])
    const again = await send(room, { answers: { rating: 1 } })

    expect([...answered, again].map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(again.body).toEqual({ completed: true, percent: 100 })
    expect(await kept(room)).toHaveLength(1)
    expect(await completed(room, room.learner)).toBe(true)
  })

  it('is told to whoever may change the lesson, with names, counts and texts', async () => {
    const room = await surveyRoom(payload())
    const other = await room.another()
    await send(room, { answers: ALL })
    await send(room, { answers: { rating: 2, single: 'short' }, user: other })
    const { body } = await read(room)

    expect(body).toMatchObject({
      isAnonymous: false,
      isHeldBack: false,
      questions: [
        { answered: 2, mean: 3 },
        { answered: 1, nps: 100 },
        { tallies: [{ count: 1, share: 0.5, text: 'Short' }, { count: 1 }] },
        { tallies: [{ count: 1 }, { count: 1 }] },
        { texts: ['=1+1 "cup"'] },
      ],
      replies: [{ name: expect.any(String) as string }, {}],
      total: 2,
    })
    const csv = await table(room)
    expect(csv.split('\r\n')).toHaveLength(4)
    expect(csv).toContain('"Name","Time","How was it?"')
    expect(csv).toContain(`"'=1+1 ""cup"""`)
  })

  it('refuses what is no answer to it, and says of which question', async () => {
    const room = await surveyRoom(payload())
    for (const [answers, code, question] of [
      [{}, 'surveyIncomplete', 'rating'],
      [{ rating: 6 }, 'answerUnknown', 'rating'],
      [{ rating: 1, single: 'films' }, 'answerUnknown', 'single'],
      [{ elsewhere: 1, rating: 1 }, 'answerUnknown', 'elsewhere'],
    ] as const) {
      expect(await send(room, { answers })).toMatchObject({ body: { code, question }, status: 422 })
    }
    expect(await kept(room)).toEqual([])
    expect(await completed(room, room.learner)).toBe(false)
  })

  it('is nobody’s but its learners’, and its results its authors’', async () => {
    const room = await surveyRoom(payload())
    const stranger = await factories(payload()).user({ tenant: room.tenant })
    const elsewhere = await surveyRoom(payload())

    expect(await send(room, { user: stranger })).toMatchObject({ status: 403 })
    expect(
      await send({ ...room, tenant: elsewhere.tenant }, { user: elsewhere.learner }),
    ).toMatchObject({
      status: 404,
    })
    expect(await read(room, room.learner)).toMatchObject({ status: 403 })
    expect(
      await call(surveyOutcome, {
        params: { lesson: room.lesson },
        tenant: elsewhere.tenant,
        user: await teacher(elsewhere),
      }),
    ).toMatchObject({ status: 404 })
  })

  it('cannot be published without a question', async () => {
    const room = await surveyRoom(payload())
    await expect(
      room.rooms.lessonIn({
        course: room.course,
        kind: 'survey',
        section: room.section,
        survey: { questions: [] },
        tenant: room.tenant,
      }),
    ).rejects.toThrow()
    expect(SURVEY_QUESTIONS).toHaveLength(5)
  })
})

describe('an anonymous survey', () => {
  it('keeps nothing that leads to a person, and still one answer of each', async () => {
    const room = await surveyRoom(payload(), { isAnonymous: true })
    const people = [room.learner, await room.another(), await room.another()]
    for (const user of people) {
      await send(room, { answers: { rating: 3, text: 'Mine' }, isAnonymous: true, user })
      await send(room, { answers: { rating: 5 }, isAnonymous: true, user })
    }
    const stored = await kept(room)

    expect(stored).toHaveLength(3)
    for (const one of stored) {
      expect(Object.keys(one).sort()).toEqual([
        'answers',
        'course_id',
        'id',
        'learner_id',
        'lesson_id',
        'submitted_at',
        'tenant_id',
      ])
      expect([one.learner_id, one.submitted_at]).toEqual([null, null])
      // The fourth version is random; the seventh would tell when it was made.
      expect(String(one.id)[14]).toBe('4')
      expect(people.some(({ id }) => JSON.stringify(one).includes(id))).toBe(false)
    }
    const { body } = await read(room)
    expect(body).toMatchObject({
      isAnonymous: true,
      replies: [{ name: null, submittedAt: null }, {}, {}],
    })
    expect(await table(room)).not.toContain('Name')
  })

  it('tells nothing before three have answered', async () => {
    const room = await surveyRoom(payload(), { isAnonymous: true })
    await send(room, { isAnonymous: true })
    await send(room, { isAnonymous: true, user: await room.another() })

    const { body } = await read(room)
    expect(body).toMatchObject({ isHeldBack: true, replies: [], total: 2 })
    expect((await table(room)).trim().split('\r\n')).toHaveLength(1)
  })

  it('takes no answer from whoever was told otherwise, and hides names that were given before', async () => {
    const room = await surveyRoom(payload())
    await send(room)
    await send(room, { user: await room.another() })
    await send(room, { user: await room.another() })
    await asPlatform(() =>
      payload().update({
        id: room.lesson,
        collection: 'lessons',
        data: { survey: { isAnonymous: true } },
        overrideAccess: true,
      }),
    )

    expect(await send(room, { user: await room.another() })).toMatchObject({
      body: { code: 'surveyChanged' },
      status: 409,
    })
    expect((await read(room)).body).toMatchObject({ replies: [{ name: null }, {}, {}] })
    expect(await table(room)).not.toContain('Time')
  })
})

describe('what a person answered', () => {
  it('is among what is kept of them, and goes with their account', async () => {
    const room = await surveyRoom(payload())
    const { learner, tenant } = room
    await send(room, { answers: ALL })
    const data = () =>
      asTenant(tenant, async () => personalData({ account: learner.id, req: await requestOf() }))

    expect(await data()).toMatchObject({
      surveys: [{ answers: expect.arrayContaining([]) as unknown[] }],
    })
    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () => forgetLearner({ learner: learner.id, req, tenant }))
    })
    expect(await kept(room)).toEqual([])
  })
})

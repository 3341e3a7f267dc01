import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { ReviewPage, ToReview } from '@/domain/learning/assignments/review'
import type { Work } from '@/domain/learning/assignments/work'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { forgetLearner } from '@/operations/learning/forgetLearner'
import { workStates } from '@/operations/learning/assignments/workStates'
import {
  assignmentRoom,
  type AssignmentRoom,
  sendBytes,
  sendFile,
} from '@/test/factories/assignments'
import { coded } from '@/test/factories/exams'
import { factories } from '@/test/factories'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { handInWork, work, workFile } from './assignments'
import {
  answerSubmission,
  decideOnSubmission,
  recordOnSubmission,
  replyToReview,
  submissionQueue,
  submissionToReview,
} from './submissionReviews'

const payload = testPayload()

const RUBRIC = [
  {
    id: 'light',
    blockType: 'criterion',
    levels: [
      { id: 'weak', points: 1, title: 'Weak' },
      { id: 'strong', points: 4, title: 'Strong' },
    ],
    title: 'Light',
  },
]

/** The first bytes of an MP3. */
const SOUND = 'ID3\x03 a word'

/** Work that was handed in with a PDF, and somebody who grades it. */
const handedIn = async (assignment: object = {}) => {
  const room = await assignmentRoom(payload(), {
    assignment: { files: { documents: true }, passMark: 60, points: 20, ...assignment },
    lesson: { completion: { rule: 'passed' } },
  })
  const file = (await sendFile(room, { name: 'cup.pdf', data: '%PDF-1.7' })).body as WorkFile
  const handed = await handIn(room, 'First')
  const grader = await factories(payload()).user({ roles: ['instructor'], tenant: room.tenant })

  return { ...room, id: (handed.body as { id: string }).id, file: file.id, grader }
}

type Here = Awaited<ReturnType<typeof handedIn>>

const handIn = (
  { learner, lesson, tenant }: Pick<AssignmentRoom, 'learner' | 'lesson' | 'tenant'>,
  text: string,
  number = 1,
) => call(handInWork, { data: { number, text }, params: { lesson }, tenant, user: learner })

const queue = async ({ grader, tenant }: Here, query: Record<string, string> = {}) =>
  (await call(submissionQueue, { query, tenant, user: grader })).body as ReviewPage

const read = async ({ id, grader, tenant }: Here) =>
  (await call(submissionToReview, { params: { id }, tenant, user: grader })).body as ToReview

const decide = ({ id, grader, tenant }: Here, data: object, user: { id: string } = grader) =>
  call(decideOnSubmission, {
    data: { action: 'grade', version: 0, ...data },
    params: { id },
    tenant,
    user,
  })

const seen = async ({ learner, lesson, tenant }: Here) =>
  (await call(work, { params: { lesson }, tenant, user: learner })).body as Work

const inSchool = ({ tenant }: Here, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Record<string, unknown>>(await requestOf(), statement))

describe('work that was handed in', () => {
  it('waits in the queue, and opens with its text and files for a grader', async () => {
    const here = await handedIn()
    expect(await queue(here)).toMatchObject({
      assignments: [{ id: here.lesson, waiting: 1 }],
      next: null,
      submissions: [{ id: here.id, isReply: false, lateDays: 0, number: 1 }],
    })
    expect((await queue(here, { late: 'true' })).submissions).toEqual([])
    expect((await queue(here, { course: crypto.randomUUID() })).submissions).toEqual([])
    const review = await read(here)
    expect(review).toMatchObject({
      mayReturn: true,
      submission: { files: [{ filename: 'cup.pdf' }], state: 'submitted', text: 'First' },
      version: 0,
    })
    const [file] = review.submission.files
    const opened = await call(workFile, {
      params: { token: file?.url.split('/').at(-1) ?? '' },
      tenant: here.tenant,
      user: here.grader,
    })
    expect(opened.body).toBe('%PDF-1.7')
    expect(coded(await call(submissionQueue, { tenant: here.tenant, user: here.learner }))).toEqual(
      [403, 'forbidden'],
    )
  })

  it('is given back with comments on its pages, handed in once more, and graded by its rubric', async () => {
    const here = await handedIn({ rubric: RUBRIC })
    const remark = { id: 'r1', file: here.file, page: 1, text: 'Look here', x: 0.5, y: 0.25 }
    expect(
      (await decide(here, { action: 'return', comment: ' Once more. ', remarks: [remark] })).status,
    ).toBe(200)
    expect(await seen(here)).toMatchObject({
      closed: null,
      next: 2,
      submissions: [{ feedback: { comment: 'Once more.', remarks: [remark] }, state: 'returned' }],
    })
    expect((await queue(here)).submissions).toEqual([])

    const again = { ...here, id: ((await handIn(here, 'Second', 2)).body as { id: string }).id }
    expect((await decide(again, { levels: { light: 'strong' } })).body).toEqual({
      version: 1,
      worth: { passed: true, percent: 100, points: 20, score: 20 },
    })
    expect(await seen(here)).toMatchObject({
      closed: 'once',
      submissions: [{ number: 1 }, { feedback: { passed: true, score: 20 }, state: 'graded' }],
    })
    expect(
      await inSchool(here, sql`select id from progress where completed_at is not null`),
    ).toHaveLength(1)
    await settle()
    await settle()
    expect(
      await inSchool(here, sql`select "to" from emails where kind = 'workReviewed'`),
    ).toHaveLength(2)
  })

  it('is decided on once of five graders at once; the others change nothing', async () => {
    const here = await handedIn()
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((points) => decide(here, { points, version: 0 })),
    )
    const won = answers.findIndex(({ status }) => status === 200)

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409])
    expect(coded(answers[won === 0 ? 1 : 0] ?? { body: {}, status: 0 })).toEqual([
      409,
      'submissionGraded',
    ])
    expect(await inSchool(here, sql`select points::float8 as points from submissions`)).toEqual([
      { points: won + 1 },
    ])
  })

  it('keeps a trail of every decision, and a pass that was once given', async () => {
    const here = await handedIn()
    await decide(here, { points: 20 })
    await decide(here, { points: 5, version: 1 })

    expect(await read(here)).toMatchObject({
      decisions: [
        { score: 20, state: 'graded' },
        { score: 5, state: 'graded' },
      ],
      feedback: { passed: false, percent: 25, points: 5 },
      version: 2,
    })
    expect(
      await inSchool(here, sql`select id from progress where completed_at is not null`),
    ).toHaveLength(1)
    expect(
      await inSchool(here, sql`select id from events where fact = 'submission.reviewed'`),
    ).toHaveLength(2)
  })

  it('takes nothing that does not fit', async () => {
    const [here, other] = [await handedIn({ rubric: RUBRIC }), await handedIn()]
    const once = await handedIn({ resubmission: 'none' })
    const remark = { id: 'r1', file: other.file, page: 1, text: 'Look', x: 0, y: 0 }

    expect([
      coded(await decide(here, {})),
      coded(await decide(here, { points: 20.5 })),
      coded(await decide(here, { levels: { light: 'none' } })),
      coded(await decide(here, { points: 1, remarks: [remark] })),
      coded(await decide(here, { points: 1, remarks: [{ ...remark, x: 2 }] })),
      coded(await decide(once, { action: 'return' })),
      coded(await decide(here, { points: 1 }, here.learner)),
      coded(await decide({ ...other, grader: here.grader, tenant: here.tenant }, { points: 1 })),
    ]).toEqual([
      [422, 'pointsMissing'],
      [422, 'pointsBeyond'],
      [422, 'levelUnknown'],
      [422, 'remarkUnknown'],
      [400, 'badInput'],
      [422, 'notReturnable'],
      [403, 'forbidden'],
      [404, 'notFound'],
    ])
  })

  it('is talked about: the learner replies, it waits for an answer, and the answer is mailed', async () => {
    const here = await handedIn()
    const { id, tenant } = here
    const reply = (user: { id: string }, text = 'Why?') =>
      call(replyToReview, { data: { text }, params: { id }, tenant, user })
    expect((await reply(here.learner)).status).toBe(404)
    await decide(here, { points: 20 })
    expect((await reply(here.grader)).status).toBe(404)
    await Promise.all(['Why?', 'And how?'].map((text) => reply(here.learner, text)))
    expect((await queue(here)).submissions).toMatchObject([{ id, isReply: true }])
    expect((await read(here)).feedback.thread.map(({ text }) => text).toSorted()).toEqual([
      'And how?',
      'Why?',
    ])

    await call(answerSubmission, {
      data: { text: 'Because.' },
      params: { id },
      tenant,
      user: here.grader,
    })
    expect((await queue(here)).submissions).toEqual([])
    expect((await seen(here)).submissions[0]?.feedback?.thread.at(-1)).toMatchObject({
      isGrader: true,
      text: 'Because.',
    })
    await settle()
    await settle()
    expect(
      await inSchool(here, sql`select id from emails where kind = 'workReviewed'`),
    ).toHaveLength(2)
  })

  it('is spoken about: the learner hears it, and it goes with their work', async () => {
    const here = await handedIn()
    const { id, grader, learner, tenant } = here
    const record = (data: string, { submission = id, user = grader } = {}) =>
      sendBytes(recordOnSubmission, { data, query: { name: 'word', submission }, tenant, user })
    expect([
      coded(await record('%PDF-1.7 no sound')),
      coded(await record(SOUND, { user: learner })),
      coded(await record(SOUND, { submission: crypto.randomUUID() })),
    ]).toEqual([
      [422, 'fileNotAccepted'],
      [403, 'forbidden'],
      [404, 'notFound'],
    ])
    expect(await inSchool(here, sql`select id from submission_files`)).toHaveLength(1)

    expect((await record(SOUND)).status).toBe(201)
    const [word] = (await seen(here)).submissions[0]?.feedback?.thread ?? []
    expect(word).toMatchObject({ file: { mimeType: 'audio/mpeg' }, isGrader: true, text: '' })
    const opened = await call(workFile, {
      params: { token: word?.file?.url.split('/').at(-1) ?? '' },
      tenant,
      user: learner,
    })
    expect(opened.body).toBe(SOUND)
    await settle()
    await settle()
    expect(
      await inSchool(here, sql`select id from emails where kind = 'workReviewed'`),
    ).toHaveLength(1)

    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () => forgetLearner({ learner: learner.id, req, tenant }))
    })
    expect(await inSchool(here, sql`select id from submission_files`)).toEqual([])
  })

  it('is wanted again by the end of a day that its grader says', async () => {
    const here = await handedIn({ late: 'refused' })
    const returned = (again: string) => decide(here, { action: 'return', again })
    expect([coded(await returned('2020-01-01')), coded(await returned('tomorrow'))]).toEqual([
      [422, 'dueInPast'],
      [400, 'badInput'],
    ])
    expect((await returned('2099-05-01')).status).toBe(200)
    expect(await seen(here)).toMatchObject({ closed: null, due: '2099-05-01T23:59:00.000Z' })

    await inSchool(
      here,
      sql`update submissions set again_at = now() - interval '2 minutes' returning id`,
    )
    expect(await seen(here)).toMatchObject({ closed: 'late' })
    expect(coded(await handIn(here, 'Late', 2))).toEqual([422, 'assignmentClosed'])
  })

  it('tells a roster where everybody is, by the newest submission', async () => {
    const here = await handedIn()
    await decide(here, { points: 20 })

    expect(
      await asTenant(here.tenant, async () =>
        workStates({ course: here.course, learners: [here.learner.id], req: await requestOf() }),
      ),
    ).toEqual([
      {
        learner: here.learner.id,
        lesson: here.lesson,
        passed: true,
        percent: 100,
        state: 'graded',
      },
    ])
  })
})

import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Work } from '@/domain/learning/assignments/work'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { workFolder } from '@/domain/media/keys'
import { forgetLearner } from '@/operations/learning/forgetLearner'
import { submitWork } from '@/operations/learning/assignments/submit'
import { sweepWorkFiles } from '@/operations/learning/assignments/sweep'
import { assignmentRoom, type AssignmentRoom, sendFile } from '@/test/factories/assignments'
import { coded } from '@/test/factories/exams'
import { factories } from '@/test/factories'
import { settingsFactories } from '@/test/factories/settings'
import { call, requestOf, settle, testPayload } from '@/test/harness'

import { handInWork, removeWorkFile, saveWork, work, workFile } from './assignments'

const payload = testPayload()

const room = (assignment: object = {}, lesson: object = {}) =>
  assignmentRoom(payload(), { assignment, lesson })

const read = async ({ learner, lesson, tenant }: AssignmentRoom) =>
  (await call(work, { params: { lesson }, tenant, user: learner })).body as Work

const save = ({ learner, lesson, tenant }: AssignmentRoom, text: string, number = 1) =>
  call(saveWork, { data: { number, text }, params: { lesson }, tenant, user: learner })

const handIn = ({ learner, lesson, tenant }: AssignmentRoom, text: string, number = 1) =>
  call(handInWork, { data: { number, text }, params: { lesson }, tenant, user: learner })

const open = ({ tenant }: AssignmentRoom, url: string, user?: { id: string }) =>
  call(workFile, { params: { token: url.split('/').at(-1) ?? '' }, tenant, user })

const inSchool = ({ tenant }: AssignmentRoom, statement: ReturnType<typeof sql>) =>
  asTenant(tenant, async () => rows<Record<string, unknown>>(await requestOf(), statement))

const PDF = '%PDF-1.7 one page'

describe('work in an assignment', () => {
  it('is kept as it is typed, and handed in once', async () => {
    const here = await room()
    expect(await read(here)).toMatchObject({
      closed: null,
      draft: { files: [], text: '' },
      due: null,
      next: 1,
      submissions: [],
    })
    await save(here, 'שלו')
    await save(here, 'שלום')
    expect((await read(here)).draft?.text).toBe('שלום')

    expect((await handIn(here, 'שלום')).body).toMatchObject({
      completed: true,
      lateDays: 0,
      percent: 100,
    })
    expect(await read(here)).toMatchObject({
      closed: 'waits',
      draft: null,
      submissions: [{ number: 1, state: 'submitted', text: 'שלום' }],
    })
    expect(coded(await save(here, 'later'))).toEqual([409, 'submissionClosed'])
  })

  it('is one submission of five presses at once, and of a press that is sent again', async () => {
    const here = await room()
    const pressed = await Promise.all([1, 2, 3, 4, 5].map(() => handIn(here, 'Done')))
    const again = await handIn(here, 'Done')

    expect([...pressed, again].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
    expect(new Set([...pressed, again].map(({ body }) => (body as { id: string }).id)).size).toBe(1)
    expect(coded(await handIn(here, 'Other'))).toEqual([409, 'submissionClosed'])
    expect(
      await inSchool(here, sql`select id from events where fact = 'submission.handedIn'`),
    ).toHaveLength(1)
    expect(
      await inSchool(here, sql`select id from events where fact = 'lesson.completed'`),
    ).toHaveLength(1)
  })

  it('completes its lesson only by the rule that its author chose', async () => {
    const here = await room({}, { completion: { rule: 'passed' } })

    expect((await handIn(here, 'Done')).body).toMatchObject({ completed: false, percent: 0 })
  })

  it('takes nothing that is empty, out of turn, or of a kind that is not asked for', async () => {
    const here = await room({ files: { documents: true }, takesText: false })

    expect([
      coded(await handIn(here, '')),
      coded(await handIn(here, 'A text')),
      coded(await save(here, 'A text')),
      coded(await save(here, '', 2)),
      coded(await save(here, 'x'.repeat(50_001))),
    ]).toEqual([
      [422, 'submissionEmpty'],
      [422, 'fileNotAccepted'],
      [422, 'fileNotAccepted'],
      [409, 'submissionClosed'],
      [400, 'badInput'],
    ])
    const stranger = await factories(payload()).user({ tenant: here.tenant })
    expect(coded(await save({ ...here, learner: stranger }, ''))).toEqual([403, 'lessonLocked'])
  })

  it('is judged by the server’s clock: late with its days, or refused', async () => {
    const due = { due: 'date', dueAt: '2026-03-28T23:59', late: 'deducted' } as const
    const at = async (here: AssignmentRoom, now: string) =>
      asTenant(here.tenant, async () => {
        const req = await requestOf()

        return inTransaction(req, () =>
          submitWork({
            learner: here.learner.id,
            lesson: here.lesson,
            now: new Date(now),
            number: 1,
            req,
            tenant: here.tenant,
            text: 'Done',
          }),
        )
      })
    const [inTime, late, refused] = [
      await room(due),
      await room(due),
      await room({ ...due, late: 'refused' }),
    ]

    expect(await at(inTime, '2026-03-28T23:59:59Z')).toMatchObject({ lateDays: 0 })
    expect(await at(late, '2026-03-30T00:00:00Z')).toMatchObject({ lateDays: 2 })
    await expect(at(refused, '2026-03-29T00:00:00Z')).rejects.toMatchObject({
      code: 'assignmentClosed',
      detail: { why: 'late' },
    })
  })

  it('is handed in once more as its author lets it, from what was handed in before', async () => {
    const here = await room({ files: { documents: true }, resubmission: 'times', resubmissions: 1 })
    const sent = await sendFile(here, { name: 'one.pdf', data: PDF })
    await handIn(here, 'First')
    expect(await read(here)).toMatchObject({
      draft: { files: [{ filename: 'one.pdf' }], text: 'First' },
      next: 2,
    })
    await save(here, 'Second', 2)
    const { id } = sent.body as WorkFile
    await call(removeWorkFile, {
      params: { file: id, lesson: here.lesson, number: '2' },
      tenant: here.tenant,
      user: here.learner,
    })
    await handIn(here, 'Second', 2)

    expect(await read(here)).toMatchObject({
      closed: 'used',
      submissions: [
        { files: [{ id }], number: 1, state: 'replaced', text: 'First' },
        { files: [], number: 2, state: 'submitted', text: 'Second' },
      ],
    })
  })
})

describe('a file of somebody’s work', () => {
  const files = { fileMegabytes: 1, files: { documents: true }, filesMost: 2 }

  it('is what its bytes say, under its own name, and opens for its learner and graders alone', async () => {
    const here = await room(files)
    const sent = await sendFile(here, { name: 'עבודה.exe', data: PDF })
    const { filename, mimeType, url } = sent.body as WorkFile
    const make = factories(payload())
    const grader = await make.user({ roles: ['instructor'], tenant: here.tenant })
    const other = await make.user({ tenant: here.tenant })

    expect({ filename, mimeType, status: sent.status }).toEqual({
      filename: 'עבודה.pdf',
      mimeType: 'application/pdf',
      status: 201,
    })
    expect((await open(here, url, here.learner)).body).toBe(PDF)
    expect([
      (await open(here, url, grader)).status,
      (await open(here, url, other)).status,
      (await open(here, url)).status,
      (await open(here, `${url}x`, here.learner)).status,
    ]).toEqual([403, 403, 401, 403])
  })

  it('is refused where it is not what is asked for, too large, or one too many, and leaves nothing', async () => {
    const here = await room(files)
    const send = async (data: string, name: string) => coded(await sendFile(here, { name, data }))

    expect([
      await send('MZ not a page', 'page.pdf'),
      await send('\x89PNG\r\n\x1a\n', 'page.png'),
      await send(`%PDF-${' '.repeat(1024 ** 2)}`, 'large.pdf'),
    ]).toEqual([
      [422, 'fileNotAccepted'],
      [422, 'fileNotAccepted'],
      [422, 'fileTooLarge'],
    ])
    const many = await Promise.all([1, 2, 3, 4, 5].map(() => send(PDF, 'page.pdf')))
    expect(many.filter(([status]) => status === 201)).toHaveLength(2)
    expect((await read(here)).draft?.files).toHaveLength(2)
    expect(await inSchool(here, sql`select id from submission_files`)).toHaveLength(2)
  })

  it('counts in the school’s storage', async () => {
    const here = await room(files)
    expect((await sendFile(here, { name: 'a.pdf', data: PDF })).status).toBe(201)
    await settingsFactories(payload()).change({ id: here.tenant, limits: { storage: 0 } })
    expect(coded(await sendFile(here, { name: 'b.pdf', data: PDF }))).toEqual([422, 'limitReached'])
  })

  it('goes with its bytes: taken out, left behind by a broken upload, or with its learner’s account', async () => {
    const here = await room(files)
    const { tenant } = here
    const [one, two] = [
      (await sendFile(here, { name: 'a.pdf', data: PDF })).body as WorkFile,
      (await sendFile(here, { name: 'b.pdf', data: PDF })).body as WorkFile,
    ]
    const stored = ({ id, filename }: WorkFile) =>
      storage().head(`${workFolder({ id, tenant })}/${filename}`)
    await call(removeWorkFile, {
      params: { file: one.id, lesson: here.lesson, number: '1' },
      tenant,
      user: here.learner,
    })
    await inSchool(
      here,
      sql`insert into submission_files (id, tenant_id, learner_id, lesson_id, filename, filesize, is_stored, created_at)
          values (uuidv7(), ${tenant}, ${here.learner.id}, ${here.lesson}, 'broken', 5, false, now() - interval '25 hours'),
            (uuidv7(), ${tenant}, ${here.learner.id}, ${here.lesson}, 'coming', 5, false, now())`,
    )
    await sweepWorkFiles({ now: new Date(), req: await requestOf() })
    expect(
      (await inSchool(here, sql`select filename from submission_files order by id`)).map(
        ({ filename }) => filename,
      ),
    ).toEqual(['b.pdf', 'coming'])
    await settle()
    expect([await stored(one), (await stored(two))?.size]).toEqual([null, PDF.length])

    await asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, () => forgetLearner({ learner: here.learner.id, req, tenant }))
    })
    await settle()
    expect(await stored(two)).toBeNull()
    expect(await inSchool(here, sql`select id from submissions`)).toEqual([])
  })
})

import { sql } from '@payloadcms/db-postgres'

import type { Publication, WaitingCourse } from '@/operations/catalog/publication'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { seedPeople } from '@/seed/people'
import { commerceFactories } from '@/test/factories/commerce'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'
import { settleOnly } from '@/test/settleOnly'
import { learn } from '@endpoints/learning/learn'
import { tellOnCourseMoved } from '@hooks/marketing/courseMoves'

import { approvals, coursePublication, takeStep } from './publication'

const payload = testPayload()

type Person = { email: string; id: string; name?: null | string; roles?: null | string[] }

type Said = Publication & { code?: string; fields?: { field: string }[] }

/** A school whose managers approve, or where authors publish; a course in it, and the people around it. */
const room = async ({
  isPublished = false,
  publishers = 'managers',
}: { isPublished?: boolean; publishers?: 'authors' | 'managers' } = {}) => {
  const make = classrooms(payload())
  const made = await make.classroom({ lessons: [{ kind: 'text', title: 'a' }] })
  const { course, tenant } = made
  await asTenant(tenant, async () => {
    const req = await requestOf()
    await rows(
      req,
      sql`update tenants set settings_publishers = ${publishers} where id = ${tenant}`,
    )
    if (!isPublished) {
      await rows(req, sql`update courses set _status = 'draft' where id = ${course}`)
      await rows(
        req,
        sql`update _courses_v set version__status = 'draft' where parent_id = ${course}`,
      )
    }
    await rows(req, sql`delete from course_log where course_id = ${course}`)
  })
  const author = await make.user({ name: 'Ines', roles: ['instructor'], tenant })
  const owner = await make.user({ name: 'Olga', locale: 'ru', roles: ['owner'], tenant })
  const admin = await make.user({ name: 'Adam', roles: ['admin'], tenant })
  const take = async (user: Person, step: string, given: object = {}) => {
    const { body, status } = await call(takeStep, {
      data: { step, ...given },
      params: { id: course },
      tenant,
      user,
    })

    return { ...(body as Said), status }
  }
  const look = async (user: Person = owner) =>
    (await call(coursePublication, { params: { id: course }, tenant, user })).body as Said
  const approve = async (user: Person = owner) =>
    take(user, 'approve', { seen: (await look(user)).seen })
  const waiting = async (user: Person = owner) => {
    const { body, status } = await call(approvals, { tenant, user })

    return { courses: (body as { courses: WaitingCourse[] }).courses, status }
  }

  return { ...made, admin, approve, author, look, make, owner, take, waiting }
}

type Room = Awaited<ReturnType<typeof room>>

/** Whether visitors see the course. */
const isShown = ({ course, tenant }: Room) =>
  asTenant(tenant, async () => {
    const { docs } = await payload().find({
      collection: 'courses',
      overrideAccess: false,
      where: { id: { equals: course } },
    })

    return docs.length === 1
  })

const save = ({ course, tenant }: Room, user: Person, data: object, draft = false) =>
  asTenant(tenant, async () =>
    payload().update({
      id: course,
      collection: 'courses',
      data,
      depth: 0,
      draft,
      overrideAccess: false,
      req: await requestOf(user as never),
    }),
  )

const mails = ({ tenant }: Room) =>
  asTenant(tenant, async () => {
    await settleOnly(payload(), 'tellOnCourseMoved')
    await settleOnly(payload(), 'sendQueuedEmail')

    return rows<{ kind: string; subject: string; text: string; to: string }>(
      await requestOf(),
      sql`select kind, subject, text, "to" from emails where kind like 'course%' order by created_at, "to"`,
    )
  })

const steps = ({ log }: Pick<Publication, 'log'>) =>
  log.map(({ author, from, step, to }) => `${author} ${step} ${from}>${to}`)

describe('a course where managers approve', () => {
  it('goes from draft to review to visitors, each step logged with who, when, from, to and note', async () => {
    const here = await room()
    expect(await here.take(here.author, 'submit', { note: ' Ready. ' })).toMatchObject({
      stage: 'inReview',
      status: 200,
      steps: ['withdraw', 'answer'],
    })
    expect(await isShown(here)).toBe(false)
    expect((await here.waiting()).courses).toMatchObject([
      { id: here.course, author: 'Ines', isPublished: false, note: 'Ready.' },
    ])
    const approved = await here.approve()
    expect(approved).toMatchObject({ isPublished: true, stage: 'published', status: 200 })
    expect(steps(approved)).toEqual([
      'Olga approve inReview>published',
      'Ines submit draft>inReview',
    ])
    expect(approved.log[1]).toMatchObject({ note: 'Ready.' })
    expect(Date.now() - Date.parse(approved.log[0]?.at ?? '')).toBeLessThan(60_000)
    expect(await isShown(here)).toBe(true)
    expect((await here.waiting()).courses).toEqual([])
  })

  it('comes back with reasons, overall and by point, which its author reads and answers', async () => {
    const here = await room()
    await here.take(here.author, 'submit')
    expect(await here.take(here.owner, 'reject')).toMatchObject({
      code: 'noteMissing',
      status: 422,
    })
    const points = [{ check: 'captions', note: 'Please add them.', of: 'Light' }]
    await here.take(here.owner, 'reject', { note: 'Nearly there.', points })
    const read = await here.look(here.author)
    expect(read).toMatchObject({ stage: 'draft', steps: ['submit', 'answer'] })
    expect(read.log[0]).toMatchObject({ note: 'Nearly there.', points, step: 'reject' })
    await here.take(here.author, 'answer', { note: 'Done.' })
    const again = await here.take(here.author, 'submit')
    expect(steps(again)).toEqual([
      'Ines submit draft>inReview',
      'Ines answer draft>draft',
      'Olga reject inReview>draft',
      'Ines submit draft>inReview',
    ])
  })

  it('refuses authors whatever a manager does, by the step and by every way of saving', async () => {
    const here = await room()
    for (const step of ['approve', 'archive', 'publish', 'reject', 'reopen', 'unpublish']) {
      expect(await here.take(here.author, step, { note: 'x', seen: '' })).toMatchObject({
        code: 'approvalRequired',
        status: 403,
      })
    }
    const refused = { data: { code: 'approvalRequired' }, status: 403 }
    await expect(save(here, here.author, { _status: 'published' })).rejects.toMatchObject(refused)
    await expect(
      save(here, here.author, { _status: 'published', title: 'x' }, true),
    ).rejects.toMatchObject(refused)
    expect(await isShown(here)).toBe(false)
    expect((await here.look()).log).toEqual([])

    await save(here, here.owner, { _status: 'published' })
    expect(await isShown(here)).toBe(true)
    await asTenant(here.tenant, async () =>
      rows(await requestOf(), sql`update enrollments set status = 'revoked'`),
    )
    for (const data of [
      { title: 'Other' },
      { _status: 'draft' },
      { _status: 'published', title: 'Other' },
      { deletedAt: new Date().toISOString() },
    ] as const) {
      await expect(save(here, here.author, data)).rejects.toMatchObject(refused)
    }
    await save(here, here.author, { title: 'Better' }, true)
    expect(steps(await here.look())).toEqual(['Olga publish draft>published'])
  })

  it('refuses to make or restore a published one, too', async () => {
    const here = await room({ isPublished: true })
    const given = { slug: `s-${crypto.randomUUID().slice(0, 8)}`, level: 'all', title: 'New' }
    const as = async (user: Person) => requestOf(user)
    const refused = { data: { code: 'approvalRequired' } }
    await asTenant(here.tenant, async () => {
      await expect(
        payload().create({
          collection: 'courses',
          data: { ...given, _status: 'published' } as never,
          overrideAccess: false,
          req: await as(here.author),
        }),
      ).rejects.toMatchObject(refused)
      const { docs } = await payload().findVersions({
        collection: 'courses',
        overrideAccess: true,
        where: { parent: { equals: here.course } },
      })
      await expect(
        payload().restoreVersion({
          id: docs[0]?.id ?? '',
          collection: 'courses',
          overrideAccess: false,
          req: await as(here.author),
        }),
      ).rejects.toMatchObject(refused)
    })
    expect(await isShown(here)).toBe(true)
  })

  it('keeps the published course as it was while its changes wait, and publishes them once approved', async () => {
    const here = await room({ isPublished: true })
    const title = () =>
      asTenant(here.tenant, async () =>
        row<{ title: string }>(
          await requestOf(),
          sql`select title from courses where id = ${here.course}`,
        ),
      )
    const before = await title()
    await save(here, here.author, { title: 'Better' }, true)
    await here.take(here.author, 'submit')
    expect([await isShown(here), await title()]).toEqual([true, before])
    await here.take(here.admin, 'reject', { note: 'No.' })
    expect(await here.look()).toMatchObject({ stage: 'published' })
    await here.take(here.author, 'submit')
    await here.approve()
    expect(await title()).toEqual({ title: 'Better' })
  })

  it('is not approved as it was when it has been written on since', async () => {
    const here = await room()
    await here.take(here.author, 'submit')
    const { seen } = await here.look()
    await save(here, here.author, { summary: 'Changed at the last moment' }, true)
    expect(await here.take(here.owner, 'approve', { seen })).toMatchObject({
      code: 'courseChanged',
      status: 409,
    })
    expect(await here.take(here.owner, 'approve')).toMatchObject({ status: 409 })
    expect(await isShown(here)).toBe(false)
    expect(await here.approve()).toMatchObject({ stage: 'published', status: 200 })
  })

  it('follows one of several who decide at once, and tells the others that it moved', async () => {
    const here = await room()
    await here.take(here.author, 'submit')
    const { seen } = await here.look()
    const answers = await Promise.all([
      here.take(here.owner, 'approve', { seen }),
      here.take(here.admin, 'reject', { note: 'No.' }),
      here.take(here.admin, 'approve', { seen }),
      here.take(here.author, 'withdraw'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['wrongStage']))
    const { log, stage } = await here.look()
    expect(log).toHaveLength(2)
    expect(await isShown(here)).toBe(stage === 'published')
  })

  it('is published by nobody in between: what is saved at once with a decision waits for it', async () => {
    const here = await room()
    await here.take(here.author, 'submit')
    const { seen } = await here.look()
    const [, saved] = await Promise.allSettled([
      here.take(here.owner, 'approve', { seen }),
      save(here, here.admin, { _status: 'published' }),
    ])
    if (saved.status === 'rejected') {
      // It had read what the decision replaced, and is told so.
      expect(saved.reason).toMatchObject({ data: { code: 'documentChanged' } })
    }
    const { log } = await here.look()
    expect(log.filter(({ from, to }) => from === 'inReview' && to === 'published')).toHaveLength(1)
  })

  it('tells those concerned by mail, in their language, once', async () => {
    const here = await room()
    await here.take(here.author, 'submit', { note: 'Ready.' })
    const asked = await mails(here)
    expect(asked.map(({ kind, to }) => [kind, to]).sort()).toEqual(
      [
        ['courseSubmitted', here.admin.email],
        ['courseSubmitted', here.owner.email],
      ].sort(),
    )
    expect(asked.find(({ to }) => to === here.owner.email)?.subject).toContain('ждёт одобрения')
    expect(asked[0]?.text).toContain('Ready.')
    expect(asked[0]?.text).toContain(`/admin/collections/courses/${here.course}`)

    await here.take(here.owner, 'reject', {
      note: 'Nearly.',
      points: [{ check: 'captions', note: 'Add them.', of: 'Light' }],
    })
    await here.take(here.author, 'answer', { note: 'I did.' })
    await here.take(here.author, 'submit')
    await here.approve(here.admin)
    const all = (await mails(here)).slice(2)
    expect(all.map(({ kind, to }) => `${kind} ${to}`).sort()).toEqual(
      [
        `courseReturned ${here.author.email}`,
        `courseAnswered ${here.owner.email}`,
        `courseSubmitted ${here.admin.email}`,
        `courseSubmitted ${here.owner.email}`,
        `courseApproved ${here.author.email}`,
      ].sort(),
    )
    expect(all.find(({ kind }) => kind === 'courseReturned')?.text).toMatch(
      /Nearly\.[^]*Light: Add them\./,
    )
    await asTenant(here.tenant, async () => {
      const req = await requestOf()
      const line = await row<{ id: string }>(
        req,
        sql`select id from course_log order by id limit 1`,
      )
      await tellOnCourseMoved.run({
        data: { line: line?.id } as never,
        event: 'again',
        req,
        tenant: here.tenant,
      })
    })
    expect(await mails(here)).toHaveLength(all.length + 2)
  })

  it('shows the queue to managers alone, and nothing of another school', async () => {
    const here = await room()
    const there = await room()
    await there.take(there.author, 'submit')
    expect(await here.waiting(here.author)).toMatchObject({ status: 403 })
    expect(await here.waiting()).toEqual({ courses: [], status: 200 })
    const foreign = await call(takeStep, {
      data: { step: 'withdraw' },
      params: { id: there.course },
      tenant: here.tenant,
      user: here.owner,
    })
    expect(foreign.status).toBe(404)
  })

  it.each([
    { step: 'burn' },
    { note: 'x'.repeat(4001), step: 'submit' },
    { points: [{}], step: 'reject' },
  ])('refuses the input %j', async (data) => {
    const here = await room()
    expect(await here.take(here.owner, data.step, data)).toMatchObject({
      code: 'badInput',
      status: 400,
    })
  })
})

describe('a course where authors publish', () => {
  it('is published, taken back and archived by them as they like, and logged', async () => {
    const here = await room({ publishers: 'authors' })
    await save(here, here.author, { _status: 'published' })
    expect(await isShown(here)).toBe(true)
    await save(here, here.author, { _status: 'published', title: 'Other' })
    await save(here, here.author, { _status: 'draft' })
    expect(await isShown(here)).toBe(false)
    await here.take(here.author, 'publish')
    await here.take(here.author, 'archive', { note: 'Out of date' })
    expect(steps(await here.look())).toEqual([
      'Ines archive published>archived',
      'Ines publish draft>published',
      'Ines unpublish published>draft',
      'Ines publish draft>published',
    ])
  })

  it('stays open to those enrolled in the archive, and leaves it before it is published again', async () => {
    const here = await room({ isPublished: true, publishers: 'authors' })
    await here.take(here.owner, 'archive')
    const open = () =>
      call(learn, { params: { courseSlug: here.slug }, tenant: here.tenant, user: here.learner })
    expect([await isShown(here), (await open()).status]).toEqual([false, 200])
    await expect(save(here, here.owner, { _status: 'published' })).rejects.toMatchObject({
      data: { code: 'wrongStage' },
      status: 409,
    })
    expect(await here.take(here.owner, 'publish')).toMatchObject({
      code: 'wrongStage',
      status: 409,
    })
    expect(await here.take(here.author, 'reopen')).toMatchObject({ stage: 'draft' })
    await save(here, here.author, { _status: 'published' })
    expect(await isShown(here)).toBe(true)
  })

  it('may be shown to managers first, and publishing it ends the review', async () => {
    const here = await room({ publishers: 'authors' })
    await here.take(here.author, 'submit')
    await save(here, here.author, { _status: 'published' })
    expect(await here.look()).toMatchObject({ stage: 'published' })
    expect((await here.waiting()).courses).toEqual([])
  })
})

describe('the log of a course', () => {
  it('is read by those who write courses, and changed by nobody', async () => {
    const here = await room()
    await here.take(here.author, 'submit')
    const { slug } = await asTenant(here.tenant, () =>
      payload().findByID({ id: here.tenant, collection: 'tenants', overrideAccess: true }),
    )
    const host = `${slug}.localhost`
    await asTenant(here.tenant, async () =>
      seedPeople({
        people: [{ name: 'Ola', email: `o@${slug}.test`, roles: ['owner'] }],
        req: await requestOf(),
        tenant: here.tenant,
      }),
    )
    const actor = await signIn({ name: 'owner', email: `o@${slug}.test`, host, payload: payload() })
    const { rest } = callsAt(host)
    const listed = await rest(actor, { path: 'course-log?depth=0' })
    const [line] = (JSON.parse(listed.text) as { docs: { id: string; step: string }[] }).docs
    expect(line?.step).toBe('submit')
    for (const method of ['PATCH', 'DELETE'] as const) {
      const { status } = await rest(actor, {
        body: { note: 'Other' },
        method,
        path: `course-log/${line?.id}`,
      })
      expect(status).toBe(403)
    }
    const { status } = await rest(actor, {
      body: { _status: 'published' },
      method: 'PATCH',
      path: `courses/${here.course}`,
    })
    expect(status).toBe(200)
    expect(steps(await here.look())[0]).toBe('Ola publish inReview>published')
  })
})

describe('the checklist of a course', () => {
  it('follows what its authors last wrote, each point with the field that mends it', async () => {
    const here = await room()
    const { course, first, section, tenant } = here
    const all = await here.look()
    expect(all.checklist.map(({ check }) => check)).toEqual([
      'price',
      'outcomes',
      'summary',
      'cover',
      'preview',
    ])
    expect(all.checklist.at(-1)?.address).toBe(
      `/admin/collections/lessons/${first}#field-isPreview`,
    )
    await commerceFactories(payload()).offer({ course, tenant })
    await save(here, here.author, { outcomes: 'Sees', summary: 'Light' }, true)
    const film = await asTenant(tenant, async () =>
      row<{ id: string }>(
        await requestOf(),
        sql`insert into media (id, tenant_id, filename, mime_type) values (uuidv7(), ${tenant}, 'a.mp4', 'video/mp4') returning id`,
      ),
    )
    const image = await asTenant(tenant, async () =>
      row<{ id: string }>(
        await requestOf(),
        sql`insert into media (id, tenant_id, filename, mime_type) values (uuidv7(), ${tenant}, 'b.png', 'image/png') returning id`,
      ),
    )
    const hidden = await here.make.course({ _status: 'draft', tenant })
    const link = (fields: object) => ({
      type: 'link',
      children: [],
      direction: null,
      fields,
      format: '' as const,
      indent: 0,
      version: 3,
    })
    const body = {
      root: {
        type: 'root',
        children: [
          link({ linkType: 'custom', url: `/courses/${hidden.slug}` }),
          link({ linkType: 'custom', url: `/courses/gone` }),
          link({ doc: { relationTo: 'courses', value: hidden.id }, linkType: 'internal' }),
          { type: 'upload', format: '', relationTo: 'media', value: image?.id, version: 3 },
        ],
        direction: null,
        format: '' as const,
        indent: 0,
        version: 1,
      },
    }
    const talk = await here.make.lesson({
      body,
      course,
      isPreview: true,
      kind: 'video',
      section,
      tenant,
      title: 'Talk',
      video: film?.id,
    })
    const found = (await here.look()).checklist
    expect(found.map(({ check, detail, of }) => [check, of, detail])).toEqual([
      ['captions', 'Talk', undefined],
      ['alt', 'b.png', undefined],
      ['links', 'Talk', `/courses/${hidden.slug}`],
      ['links', 'Talk', '/courses/gone'],
      ['links', 'Talk', `courses/${hidden.id}`],
      ['cover', undefined, undefined],
    ])
    expect(found[2]?.address).toBe(`/admin/collections/lessons/${talk.id}#field-body`)
  })
})

import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Launch } from '@/operations/learning/packages'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { packageToken } from '@/operations/learning/packageLink'
import { packageOf, packageStream } from '@/operations/media/packageFile'
import { uploaded } from '@/test/factories/files'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { archiveOf } from '@/test/scorm/archive'
import { scorm12, scorm12Files, scorm2004 } from '@/test/scorm/packages'

import { openPackage, packageTold } from './packages'

const payload = testPayload()
const rooms = () => classrooms(payload())

const upload = (tenant: string, data: Buffer) =>
  uploaded(payload(), { name: 'part.zip', type: 'application/zip', data, tenant })

const room = async (data: Buffer) => {
  const made = await rooms().classroom({ lessons: [] })
  const media = await upload(made.tenant, data)
  const lesson = await rooms().lessonIn({ ...made, kind: 'scorm', package: media } as never)
  const open = async (user: { id: string } = made.learner) =>
    call(openPackage, { params: { lesson }, tenant: made.tenant, user })
  const launch = async () => (await open()).body as Launch

  return { ...made, launch, lesson, media, open }
}

type Room = Awaited<ReturnType<typeof room>>

const tell = ({ learner, lesson, tenant }: Room, token: string, cmi: object) =>
  call(packageTold, { data: { cmi, lesson, token }, tenant, user: learner })

const kept = ({ lesson, tenant }: Room) =>
  asTenant(tenant, async () =>
    row<{ score: null | number }>(
      await requestOf(),
      sql`select score::int as score from progress where lesson_id = ${lesson}`,
    ),
  )

describe('a SCORM package', () => {
  it.each([
    ['1.2', scorm12],
    ['2004', scorm2004],
  ])('of version %s is known by its manifest', async (version, data) => {
    const tenant = (await rooms().tenant()).id
    const media = await upload(tenant, data())
    const found = await asTenant(tenant, () =>
      payload().findByID({ id: media, collection: 'media', overrideAccess: true }),
    )
    expect(found.scorm).toEqual({
      entry: 'content/index.html?mode=1',
      title: 'Light & shadow',
      version,
    })
  })

  it.each([
    ['archivePath', [{ name: '../evil.html', content: 'x' }]],
    ['archivePath', [{ name: '/etc/evil.html', content: 'x' }]],
    ['archiveLink', [{ name: 'evil', attributes: 0xa1ff0000, content: '/etc/passwd' }]],
    ['archiveBomb', [{ name: 'bomb.js', content: Buffer.alloc(20_000_000) }]],
    ['packagePrograms', [{ name: 'run.exe', content: 'MZ' }]],
    [
      'packageEntities',
      [
        {
          name: 'imsmanifest.xml',
          content: '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><manifest>&x;</manifest>',
        },
      ],
    ],
  ])('is refused for %s before anything is unpacked', async (code, files) => {
    const tenant = (await rooms().tenant()).id
    const names = new Set(files.map(({ name }) => name))
    const all = [...scorm12Files().filter(({ name }) => !names.has(name)), ...files]
    await expect(upload(tenant, archiveOf(all))).rejects.toMatchObject({
      data: { errors: [{ code, path: 'file' }] },
      status: 400,
    })
  })

  it('goes on where its learner left it, and completes by its own word', async () => {
    const here = await room(scorm12())
    const { cmi, src, token } = await here.launch()
    expect(src).toContain('.packages.')
    expect(cmi).toMatchObject({ core: { entry: 'ab-initio', student_id: here.learner.id } })
    const first = {
      core: { lesson_location: 'p2', lesson_status: 'incomplete' },
      suspend_data: 'x',
    }
    expect((await tell(here, token, first)).body).toMatchObject({ completed: false, score: null })
    expect((await here.launch()).cmi).toMatchObject({
      core: { entry: 'resume', lesson_location: 'p2', lesson_status: 'incomplete' },
      suspend_data: 'x',
    })
    const done = { core: { lesson_status: 'passed', score: { raw: '80' } } }
    const both = await Promise.all([tell(here, token, done), tell(here, token, done)])
    expect(both.map(({ body }) => body)).toMatchObject([
      { completed: true, score: 80 },
      { completed: true, score: 80 },
    ])
    const facts = await asTenant(here.tenant, async () =>
      rows(await requestOf(), sql`select id from events where fact = 'lesson.completed'`),
    )
    expect(facts).toHaveLength(1)
  })

  it('is not believed beyond what it may say', async () => {
    const here = await room(scorm2004())
    const { token } = await here.launch()
    await tell(here, token, { score: { scaled: 0.7 } })
    await tell(here, token, { score: { scaled: 0.2 } })
    await tell(here, token, { score: { scaled: 99 } })
    await tell(here, token, { score: { max: 10, min: 0, raw: 5000 } })
    expect(await kept(here)).toEqual({ score: 70 })
    expect(
      (await tell(here, token, { completion_status: 'completed', success_status: 'failed' })).body,
    ).toMatchObject({ completed: false, score: 70 })
  })

  it('speaks for nobody but who opened it, and for no other lesson', async () => {
    const here = await room(scorm12())
    const { token } = await here.launch()
    const other = await rooms().user({ tenant: here.tenant })
    await rooms().enrolled({ course: here.course, learner: other.id, tenant: here.tenant })
    const passed = { core: { lesson_status: 'passed' } }
    expect(await tell({ ...here, learner: other }, token, passed)).toMatchObject({
      body: { code: 'packageClosed' },
      status: 422,
    })
    const next = await rooms().lessonIn({
      ...here,
      kind: 'scorm',
      package: here.media,
    } as never)
    expect((await tell({ ...here, lesson: next }, token, passed)).status).toBe(422)
    const old = packageToken({
      account: here.learner.id,
      lesson: here.lesson,
      media: here.media,
      now: new Date(Date.now() - 13 * 3_600_000),
      origin: 'http://school.localhost',
      tenant: here.tenant,
    })
    expect((await tell(here, old, passed)).status).toBe(422)
    expect((await tell(here, `${token}x`, passed)).status).toBe(422)
  })

  it('opens for nobody who is not enrolled', async () => {
    const here = await room(scorm12())
    expect((await here.open(await rooms().user({ tenant: here.tenant }))).status).toBe(403)
    await asTenant(here.tenant, async () =>
      rows(await requestOf(), sql`update enrollments set status = 'revoked'`),
    )
    expect((await here.open()).status).toBe(403)
  })

  it('gives its files straight from its archive, and none that it does not have', async () => {
    const here = await room(scorm12())
    const read = (name: string) =>
      asTenant(here.tenant, async () => {
        const found = await packageOf({
          media: here.media,
          req: requestOf,
          tenant: here.tenant,
        })
        const file = found && (await packageStream(found, name))

        return file && new Response(file.stream as never).text()
      })
    expect(await read('content/part.js')).toBe('window.partLoaded = true')
    expect(await read('content/../content/part.js')).toBeNull()
    expect(await read('../../other')).toBeNull()
  })

  it('is no lesson without being one', async () => {
    const here = await rooms().classroom({ lessons: [] })
    const media = await upload(here.tenant, archiveOf([{ name: 'sheet.txt', content: 'x' }]))
    await expect(
      rooms().lessonIn({ ...here, kind: 'scorm', package: media } as never),
    ).rejects.toMatchObject({ status: 400 })
  })
})

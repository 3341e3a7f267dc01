import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'

import { sql } from '@payloadcms/db-postgres'
import { jest } from '@jest/globals'

import { storage } from '@/adapters/storage'
import { systemPool } from '@/database/hosts'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { transferFolder } from '@/operations/catalog/transfer/keys'
import { forgetTransfers } from '@/operations/catalog/transfer/forget'
import { memberBytes, openArchive } from '@/operations/catalog/transfer/archive'
import { withTempFile } from '@/operations/media/tempFile'
import { reachPlace } from '@/operations/catalog/transfer/work'
import { zipWriter } from '@/operations/media/zipFile'
import { runReaction } from '@/operations/events/runReaction'
import { factories } from '@/test/factories'
import { classrooms } from '@/test/factories/learning'
import { wholeCourse } from '@/test/factories/wholeCourse'
import { call, requestOf, testPayload } from '@/test/harness'
import { exporter, fetched, importer, ownerOf, reportOf, sentFile, work } from '@/test/transfers'

import type { TransferReport } from '@/domain/catalog/transfer/report'

import { addPart, askExport, askImport, startImport, transferFile, transfers } from './transfers'

const payload = testPayload()

const school = async () => (await factories(payload()).tenant()).id

/** So many small courses: a section, a text and a quiz each. */
const smallCourses = async (tenant: string, count: number): Promise<string[]> => {
  const make = classrooms(payload())
  const made: string[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const { id: course } = await make.course({
      tenant,
      title: `Small ${String(nth).padStart(3, '0')}`,
    })
    const { id: section } = await make.section({ course, tenant })
    await make.lessonIn({ course, kind: 'text', section, tenant })
    made.push(course)
  }

  return made
}

const count = async (tenant: string, table: string): Promise<number> => {
  const [found] = await asTenant(tenant, async () =>
    rows<{ count: number }>(
      await requestOf(),
      sql`select count(*)::int as count from ${sql.identifier(table)}`,
    ),
  )

  return found?.count ?? -1
}

/** The files of an archive, each as its bytes. */
const unzipped = async (bytes: Buffer): Promise<Map<string, Buffer>> => {
  const archive = await openArchive({
    read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)),
    size: bytes.length,
  })
  const files = new Map<string, Buffer>()
  for (const name of archive.entries.keys()) {
    files.set(name, await memberBytes(archive, name, { most: 1e8 }))
  }

  return files
}

const zipped = (files: ReadonlyMap<string, Buffer>): Promise<Buffer> =>
  withTempFile(async (path) => {
    const file = await open(path, 'w')
    const zip = zipWriter(file)
    for (const [name, content] of files) {
      await zip.add(name, content)
    }
    await zip.end()
    await file.close()

    return readFile(path)
  })

type Json = Record<string, never>

/** The file of a course with one of its members changed, and a manifest that is right about it. */
const forged = async (
  bytes: Buffer,
  member: string,
  change: (value: Json) => unknown,
): Promise<Buffer> => {
  const files = await unzipped(bytes)
  const value = JSON.parse(files.get(member)?.toString() ?? '{}') as Json
  const content = Buffer.from(JSON.stringify(change(value)))
  files.set(member, content)
  if (member !== 'manifest.json') {
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as {
      members: { name: string; sha256: string; size: number }[]
    }
    const sha256 = createHash('sha256').update(content).digest('hex')
    manifest.members = manifest.members.map((one) =>
      one.name === member ? { ...one, sha256, size: content.length } : one,
    )
    files.set('manifest.json', Buffer.from(JSON.stringify(manifest)))
  }

  return zipped(files)
}

describe('a hundred courses', () => {
  it('go out as one job and come in as one, each reported', async () => {
    const [from, to] = [await school(), await school()]
    await smallCourses(from, 100)
    const bytes = await exporter(payload(), from)('all')
    const report = await importer(payload(), to)(bytes)

    expect(report).toMatchObject({ done: 100, refused: 0, status: 'done', total: 100 })
    expect(report.items.map(({ title }) => title)).toEqual(
      Array.from({ length: 100 }, (_, nth) => `Small ${String(nth).padStart(3, '0')}`),
    )
    expect([await count(to, 'courses'), await count(to, 'lessons')]).toEqual([100, 100])
  }, 180_000)
})

describe('a worker that is killed', () => {
  it('between two courses goes on where it was, and doubles nothing', async () => {
    const [from, to] = [await school(), await school()]
    const bytes = await exporter(payload(), from)(await smallCourses(from, 3))
    const user = await ownerOf(payload(), to)
    const transfer = await sentFile(to, user, bytes)
    await call(startImport, { params: { id: transfer }, tenant: to, user })
    const reach = (place: number) =>
      runReaction({
        name: 'moveOnTransferReached',
        job: { data: { place, transfer }, event: crypto.randomUUID(), tenant: to },
        payload: payload(),
      })
    await reach(0)
    expect(await reportOf(to, transfer, user)).toMatchObject({ done: 1, status: 'working' })
    await Promise.all([reach(0), reach(1), reach(1), reach(0)])
    await work(payload())

    expect(await reportOf(to, transfer, user)).toMatchObject({ done: 3, status: 'done' })
    expect(await count(to, 'courses')).toBe(3)
  })

  it('within a course uploads no file twice and leaves no half of it', async () => {
    const [from, to] = [await school(), await school()]
    const { course } = await wholeCourse(payload(), { tenant: from })
    const bytes = await exporter(payload(), from)([course])
    const user = await ownerOf(payload(), to)
    const transfer = await sentFile(to, user, bytes)
    await call(startImport, { params: { id: transfer }, tenant: to, user })
    const create = payload().create.bind(payload())
    const broken = jest
      .spyOn(payload(), 'create')
      .mockImplementation((given: { collection: string }) => {
        if (given.collection === 'lessons') {
          throw new Error('The worker was killed.')
        }

        return create(given as never)
      })
    try {
      const reached = asTenant(to, async () =>
        reachPlace({ place: 0, req: await requestOf(), tenant: to, transfer }),
      )
      await expect(reached).rejects.toThrow('killed')
    } finally {
      broken.mockRestore()
    }
    const uploaded = await count(to, 'media')
    expect([uploaded > 0, await count(to, 'courses'), await count(to, 'sections')]).toEqual([
      true,
      0,
      0,
    ])
    await work(payload())

    expect(await reportOf(to, transfer, user)).toMatchObject({ done: 1, status: 'done' })
    expect([await count(to, 'media'), await count(to, 'courses')]).toEqual([uploaded, 1])
  })
})

describe('asking twice', () => {
  it('with the same key is asking once', async () => {
    const tenant = await school()
    const courses = await smallCourses(tenant, 2)
    const user = await ownerOf(payload(), tenant)
    const key = crypto.randomUUID()
    const ask = () => call(askExport, { data: { courses, key }, tenant, user })
    const answers = await Promise.all([ask(), ask(), ask()])

    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202])
    expect(new Set(answers.map(({ body }) => (body as TransferReport).id)).size).toBe(1)
    expect(await count(tenant, 'course_transfer_items')).toBe(2)
  })
})

describe('a file that is not taken', () => {
  const refused = async (change: (bytes: Buffer) => Buffer | Promise<Buffer>) => {
    const [from, to] = [await school(), await school()]
    const { course } = await wholeCourse(payload(), { tenant: from })
    const report = await importer(
      payload(),
      to,
    )(await change(await exporter(payload(), from)([course])))
    expect([await count(to, 'courses'), await count(to, 'media')]).toEqual([0, 0])

    return report.reason ?? report.items[0]?.reason
  }
  const lesson = (title: string, change: (fields: Json) => unknown) => (bytes: Buffer) =>
    forged(bytes, 'sections.json', (sections) =>
      (sections as unknown as { lessons: { fields: Json }[] }[]).map((section) => ({
        ...section,
        lessons: section.lessons.map((one) =>
          one.fields.title === title ? { ...one, fields: change(one.fields) } : one,
        ),
      })),
    )
  const text = (node: object) =>
    lesson('Text', (fields) => ({
      ...fields,
      body: {
        root: {
          type: 'root',
          children: [node],
          direction: null,
          format: '',
          indent: 0,
          version: 1,
        },
      },
    }))
  const link = (url: string) =>
    text({
      type: 'paragraph',
      children: [{ type: 'link', children: [], fields: { linkType: 'custom', url }, version: 3 }],
      version: 1,
    })

  it.each<[string, (bytes: Buffer) => Buffer | Promise<Buffer>, object]>([
    ['no archive', () => Buffer.from('Nothing of the kind'.repeat(10)), { code: 'archiveBroken' }],
    [
      'no archive of ours',
      () => zipped(new Map([['a.txt', Buffer.from('a')]])),
      { code: 'formatUnknown' },
    ],
    [
      'of a version to come',
      (bytes) => forged(bytes, 'manifest.json', (value) => ({ ...value, version: 2 })),
      { code: 'versionUnknown', path: '2' },
    ],
    [
      'that leads out of itself',
      async (bytes) => zipped(new Map([...(await unzipped(bytes)), ['../x', Buffer.from('x')]])),
      { code: 'archivePath' },
    ],
    [
      'with a file that no manifest names',
      async (bytes) => zipped(new Map([...(await unzipped(bytes)), ['x', Buffer.from('x')]])),
      { code: 'fileMissing', path: 'x' },
    ],
    [
      'with a member that was changed',
      async (bytes) => {
        const files = await unzipped(bytes)
        const course = files.get('course.json')?.toString() ?? ''
        files.set('course.json', Buffer.from(course.replace('Light', 'Night')))

        return zipped(files)
      },
      { code: 'hashWrong', path: 'course.json' },
    ],
    [
      'with media that were changed',
      async (bytes) => {
        const files = await unzipped(bytes)
        const [name = '', content = Buffer.alloc(0)] =
          [...files].find(([one]) => one.endsWith('.mp4')) ?? []
        files.set(name, Buffer.concat([content.subarray(0, -1), Buffer.from('!')]))

        return zipped(files)
      },
      { code: 'hashWrong' },
    ],
    [
      'that names what it does not have',
      lesson('Video', (fields) => ({ ...fields, video: { $ref: 'media-99' } })),
      { code: 'referenceUnknown', path: 'media-99' },
    ],
    [
      'with the id of a row',
      lesson('Video', (fields) => ({ ...fields, video: crypto.randomUUID() })),
      { code: 'contentBroken' },
    ],
    [
      'with a lesson in the place of a film',
      lesson('Video', (fields) => ({ ...fields, video: { $ref: 'lesson-1' } })),
      { code: 'contentBroken' },
    ],
    ['with a script in a link', link('javascript:alert(1)'), { code: 'contentBroken' }],
    ['with data in a link', link('data:text/html,x'), { code: 'contentBroken' }],
    [
      'with a node that no editor writes',
      text({ type: 'script', version: 1 }),
      { code: 'contentBroken' },
    ],
    [
      'with a player of a stranger',
      text({
        type: 'block',
        fields: { id: 'e-900', blockType: 'embed', url: 'https://evil.example' },
        version: 2,
      }),
      { code: 'contentBroken' },
    ],
    [
      'with an address that is none',
      lesson('Embed', (fields) => ({ ...fields, embedUrl: 'javascript:alert(1)' })),
      { code: 'contentBroken' },
    ],
    [
      'with an unknown kind',
      lesson('Video', (fields) => ({ ...fields, kind: 'spell' })),
      { code: 'contentBroken' },
    ],
  ])('is one %s', async (_, change, reason) => {
    expect(await refused(change)).toMatchObject(reason)
  })

  it('is a program that calls itself a picture', async () => {
    const reason = await refused(async (bytes) => {
      const files = await unzipped(bytes)
      const program = Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(200)])
      const [name = ''] = [...files].find(([one]) => one.endsWith('.webp')) ?? []
      files.set(name, program)
      const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '') as {
        members: { name: string; sha256: string; size: number }[]
      }
      manifest.members = manifest.members.map((one) =>
        one.name === name
          ? {
              ...one,
              sha256: createHash('sha256').update(program).digest('hex'),
              size: program.length,
            }
          : one,
      )
      files.set('manifest.json', Buffer.from(JSON.stringify(manifest)))

      return zipped(files)
    })

    expect(reason).toMatchObject({ code: 'fileRefused' })
  })
})

describe('a course that is gone before it is exported', () => {
  it('is said to be, and keeps no other from it', async () => {
    const tenant = await school()
    const [gone = '', other = ''] = await smallCourses(tenant, 2)
    const user = await ownerOf(payload(), tenant)
    const data = { courses: [gone, other], key: crypto.randomUUID() }
    const { body } = await call(askExport, { data, tenant, user })
    await systemPool().query('update courses set deleted_at = now() where id = $1', [gone])
    await work(payload())
    const { files, items } = await reportOf(tenant, (body as TransferReport).id, user)

    expect(items).toMatchObject([
      { reason: { code: 'courseGone' }, status: 'refused' },
      { status: 'done' },
    ])
    expect(files).toHaveLength(1)
  })
})

describe('a school that is full', () => {
  it('takes as many courses as it may have, and says of the others why not', async () => {
    const from = await school()
    const bytes = await exporter(payload(), from)(await smallCourses(from, 3))
    const to = await school()
    await systemPool().query('update tenants set settings_limits_courses = 2 where id = $1', [to])
    const { items } = await importer(payload(), to)(bytes)

    expect(items.map(({ status }) => status)).toEqual(['done', 'done', 'refused'])
    expect(items[2]?.reason).toMatchObject({ code: 'limitReached' })
    const user = await ownerOf(payload(), to)
    const { body, status } = await call(askImport, {
      data: { name: 'a.zip', key: crypto.randomUUID(), size: 100 },
      tenant: to,
      user,
    })
    expect([status, (body as { code: string }).code]).toEqual([422, 'limitReached'])
  })

  it('keeps nothing of a course whose files it has no room for', async () => {
    const [from, to] = [await school(), await school()]
    const { course } = await wholeCourse(payload(), { tenant: from })
    const bytes = await exporter(payload(), from)([course])
    await systemPool().query('update tenants set settings_limits_storage = 0.5 where id = $1', [to])
    const { items } = await importer(payload(), to)(bytes)

    expect(items[0]).toMatchObject({ reason: { code: 'limitReached' }, status: 'refused' })
    expect([await count(to, 'media'), await count(to, 'courses')]).toEqual([0, 0])
  })
})

describe('the file of an export', () => {
  it('is behind a link of a quarter of an hour, for authors of the school', async () => {
    const [tenant, other] = [await school(), await school()]
    const courses = await smallCourses(tenant, 1)
    const user = await ownerOf(payload(), tenant)
    const { body } = await call(askExport, {
      data: { courses, key: crypto.randomUUID() },
      tenant,
      user,
    })
    await work(payload())
    const { files } = await reportOf(tenant, (body as TransferReport).id, user)
    const token = files[0]?.url.split('/').at(-1) ?? ''
    const learner = await factories(payload()).user({ tenant })
    const get = (of: string, who: { id: string }, link = token) =>
      call(transferFile, { params: { token: link }, tenant: of, user: who })

    expect((await get(tenant, user)).status).toBe(200)
    expect((await get(tenant, learner)).status).toBe(403)
    expect((await get(other, await ownerOf(payload(), other))).status).toBe(410)
    expect((await get(tenant, user, `${token}x`)).status).toBe(410)
    jest.useFakeTimers({
      advanceTimers: true,
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
    })
    jest.setSystemTime(Date.now() + 16 * 60_000)
    expect((await get(tenant, user)).status).toBe(410)
    jest.useRealTimers()
  })

  it('is forgotten after its days, with all that was kept for it', async () => {
    const tenant = await school()
    const user = await ownerOf(payload(), tenant)
    const { body } = await call(askExport, {
      data: { courses: await smallCourses(tenant, 2), key: crypto.randomUUID() },
      tenant,
      user,
    })
    await work(payload())
    const { id } = body as TransferReport
    const [file] = (await reportOf(tenant, id, user)).files
    expect((await fetched(tenant, file as never)).length).toBeGreaterThan(100)
    await systemPool().query('update course_transfers set expires_at = now() where id = $1', [id])
    await forgetTransfers(payload())

    expect(await count(tenant, 'course_transfers')).toBe(0)
    expect(
      await storage().head(`${transferFolder({ tenant, transfer: id })}/results/1.zip`),
    ).toBeNull()
  })
})

describe('who may move courses', () => {
  it('is an author of the school, with courses of the school', async () => {
    const [tenant, other] = [await school(), await school()]
    const [course = ''] = await smallCourses(other, 1)
    const user = await ownerOf(payload(), tenant)
    const learner = await factories(payload()).user({ tenant })
    const ask = (who?: { id: string }, courses: 'all' | string[] = [course]) =>
      call(askExport, { data: { courses, key: crypto.randomUUID() }, tenant, user: who })

    expect((await ask()).status).toBe(401)
    expect((await ask(learner)).status).toBe(403)
    expect((await ask(user)).status).toBe(404)
    expect((await ask(user, 'all')).status).toBe(404)
    expect((await call(transfers, { tenant, user: learner })).status).toBe(403)
    expect((await call(transfers, { tenant, user })).body).toEqual({ transfers: [] })
  })

  it('sends each part as long as it is to be, and all of them', async () => {
    const tenant = await school()
    const user = await ownerOf(payload(), tenant)
    const { body } = await call(askImport, {
      data: { name: 'a.zip', key: crypto.randomUUID(), size: 10 },
      tenant,
      user,
    })
    const { id } = body as { id: string }
    const start = async () => (await call(startImport, { params: { id }, tenant, user })).status
    const send = async (bytes: Buffer, part = '0') =>
      (await call(addPart, { bytes, params: { id, part }, tenant, user })).status

    expect(await start()).toBe(409)
    expect([await send(Buffer.alloc(9)), await send(Buffer.alloc(10), '1')]).toEqual([409, 409])
    expect(await send(Buffer.alloc(10))).toBe(200)
    expect(await start()).toBe(202)
    expect(await reportOf(tenant, id, user)).toMatchObject({
      reason: { code: 'archiveBroken' },
      status: 'refused',
    })
    expect(await send(Buffer.alloc(10))).toBe(409)
    expect(await start()).toBe(202)
  })
})

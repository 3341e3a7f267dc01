import { sql } from '@payloadcms/db-postgres'

import type { Asker } from '@/operations/learning/asker'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { mediaKey } from '@/domain/media/keys'
import { readLesson } from '@/operations/learning/lessonView'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { lessonMedia } from '@endpoints/learning/media'

const payload = testPayload()
const rooms = () => classrooms(payload())

const fileIn = async (tenant: string, filename = 'sheet.pdf') => {
  const media = { id: crypto.randomUUID(), filename, tenant }
  await storage().put({
    body: Buffer.from('0123456789'),
    contentType: 'application/pdf',
    key: mediaKey(media),
  })
  await asTenant(tenant, async () =>
    rows(
      await requestOf(),
      sql`insert into media (id, tenant_id, filename, mime_type, filesize)
          values (${media.id}, ${tenant}, ${filename}, 'application/pdf', 10)`,
    ),
  )

  return media.id
}

type Given = { file?: string; title: string; url?: string }

const give = (tenant: string, lesson: string, resources: Given[]) =>
  asTenant(tenant, () =>
    payload().update({
      id: lesson,
      collection: 'lessons',
      data: {
        _status: 'published',
        resources: resources.map((one) => ({
          ...one,
          blockType: 'file' in one ? 'file' : 'link',
        })) as never,
      },
      overrideAccess: true,
    }),
  )

const seen = async (tenant: string, asker: Asker, lesson: string) =>
  (await asTenant(tenant, async () => readLesson({ asker, lesson, req: await requestOf() })))
    ?.lesson.resources

describe('the resources of a lesson', () => {
  it('stand in their order for its learners, and nowhere for others', async () => {
    const { first, learner, tenant } = await rooms().classroom()
    const file = await fileIn(tenant)
    await give(tenant, first, [
      { title: 'More to read', url: 'https://example.com/more' },
      { file, title: 'Worksheet' },
    ])
    expect(await seen(tenant, { isAuthor: false, learner: learner.id }, first)).toEqual([
      { kind: 'link', title: 'More to read', url: 'https://example.com/more' },
      { id: file, filename: 'sheet.pdf', kind: 'file', size: 10, title: 'Worksheet' },
    ])
    expect(await seen(tenant, { isAuthor: false, learner: null }, first)).toEqual([])
  })

  it('open for whoever may open the lesson, and by no other lesson', async () => {
    const { first, learner, lessons, tenant } = await rooms().classroom({ lessons: [{}, {}] })
    const file = await fileIn(tenant)
    await give(tenant, first, [{ file, title: 'Worksheet' }])
    const stranger = await rooms().user({ tenant })
    const ask = async (lesson: string | undefined, user?: { id: string }) =>
      (await call(lessonMedia, { params: { lesson: lesson ?? '' }, query: { file }, tenant, user }))
        .status
    expect(await ask(first, learner)).toBe(200)
    expect(await ask(first, stranger)).toBe(403)
    expect(await ask(first)).toBe(401)
    expect(await ask(lessons[1], learner)).toBe(404)
  })

  it.each([
    ['neither a file nor a link', { title: 'Nothing' }],
    ['an address that runs a script', { title: 'Bad', url: 'javascript:alert(1)' }],
    ['an address of no site', { title: 'Bad', url: 'https://x' }],
  ])('are refused with %s', async (_, resource) => {
    const { first, tenant } = await rooms().classroom()
    await expect(give(tenant, first, [resource])).rejects.toMatchObject({ status: 400 })
  })

  it('are refused with a file of another school', async () => {
    const { first, tenant } = await rooms().classroom()
    const { tenant: other } = await rooms().classroom()
    const file = await fileIn(other)
    await expect(give(tenant, first, [{ file, title: 'Theirs' }])).rejects.toMatchObject({
      status: 400,
    })
  })
})

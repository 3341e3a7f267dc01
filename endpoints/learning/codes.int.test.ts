import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { personalData } from '@/operations/identity/personalData'
import { forgetLearner } from '@/operations/learning/forgetLearner'
import { pdfOf, uploaded } from '@/test/factories/files'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { pdfText } from '@/test/pdfText'

import { codeHolder } from './codes'
import { download, lentFile } from './downloads'
import { lessonMedia } from './media'

const payload = testPayload()
const rooms = () => classrooms(payload())

type Person = { id: string }

/** A school that marks its documents, with a lesson that shows one and a lesson that offers it. */
const library = async ({ document, marks = true }: { document?: Buffer; marks?: boolean } = {}) => {
  const room = await rooms().classroom({ lessons: [] })
  const { tenant } = room
  const paper = await PDFDocument.create()
  paper.addPage().drawText('Light falls twice')
  const data = document ?? Buffer.from(await paper.save())
  const file = await uploaded(payload(), {
    name: 'light.pdf',
    type: 'application/pdf',
    data,
    tenant,
  })
  await asTenant(tenant, async () =>
    rows(
      await requestOf(),
      sql`update tenants set settings_playback_documents = ${marks} where id = ${tenant}`,
    ),
  )

  return {
    ...room,
    data,
    file,
    offering: await rooms().lessonIn({
      ...room,
      kind: 'download',
      resources: [{ blockType: 'file', file, title: 'Light' }] as never,
    } as never),
    showing: await rooms().lessonIn({ ...room, document: file, kind: 'pdf' } as never),
  }
}

type Library = Awaited<ReturnType<typeof library>>

/** The answer to a request for bytes, as it goes out. */
const fetched = (
  endpoint: typeof lessonMedia,
  {
    headers,
    params,
    tenant,
    user,
  }: {
    headers?: Record<string, string>
    params: Record<string, string>
    tenant: string
    user: Person
  },
): Promise<Response> =>
  asTenant(tenant, async () =>
    endpoint.handler(
      Object.assign(await requestOf(user), {
        headers: new Headers(headers),
        method: 'GET',
        routeParams: params,
        searchParams: new URLSearchParams(),
        text: () => Promise.resolve(''),
      }),
    ),
  )

const shown = ({ showing, tenant }: Library, user: Person, headers = {}) =>
  fetched(lessonMedia, { headers, params: { lesson: showing }, tenant, user })

const taken = async ({ file, offering, tenant }: Library, user: Person) => {
  const lent = await call(download, { data: { file, lesson: offering }, tenant, user })
  const token = String((lent.body as { url: string }).url.split('/').at(-1))

  return fetched(lentFile, { params: { token }, tenant, user })
}

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

const textOf = async (answer: Response) => pdfText(await bytesOf(answer))

const CODE = /\b[0-9A-HJKMNP-TV-Z]{8}\b/

const codesOf = ({ tenant }: Library) =>
  asTenant(tenant, async () =>
    rows<{ account: string; code: string }>(
      await requestOf(),
      sql`select code, account_id as account from document_copies order by id`,
    ),
  )

describe('a document in a school that marks them', () => {
  it('carries its learner and one code, read or taken, however often', async () => {
    const here = await library()
    const { learner } = here
    const [read, took, again] = await Promise.all([
      shown(here, learner),
      taken(here, learner),
      shown(here, learner),
    ])
    expect(read.headers.get('content-disposition')).toMatch(/^inline; filename="light\.pdf"/)
    expect(took.headers.get('content-disposition')).toMatch(/^attachment; filename="light\.pdf"/)
    expect([read.headers.get('content-type'), read.headers.get('accept-ranges')]).toEqual([
      'application/pdf',
      'none',
    ])
    const texts = await Promise.all([read, took, again].map(textOf))
    const [{ code = '' } = {}, ...more] = await codesOf(here)
    expect(more).toEqual([])
    texts.forEach((text) => {
      expect(text).toContain('Light falls twice')
      expect(text).toContain(code)
      expect(CODE.exec(text)?.[0]).toBe(code)
    })
  })

  it('is not made again for who has it, and is another copy for each', async () => {
    const here = await library()
    const first = await shown(here, here.learner)
    const etag = String(first.headers.get('etag'))
    expect((await shown(here, here.learner, { 'if-none-match': etag })).status).toBe(304)
    const other = await rooms().user({ tenant: here.tenant })
    await rooms().enrolled({ course: here.course, learner: other.id, tenant: here.tenant })
    const second = await shown(here, other, { 'if-none-match': etag })
    expect(second.status).toBe(200)
    expect(CODE.exec(await textOf(second))?.[0]).not.toBe(CODE.exec(await textOf(first))?.[0])
  })

  it('is as it was for authors, where nothing is marked, and where it cannot be', async () => {
    const here = await library()
    const author = await rooms().user({ roles: ['instructor'], tenant: here.tenant } as never)
    expect(await bytesOf(await shown(here, author))).toEqual(here.data)
    const plain = await library({ marks: false })
    expect(await bytesOf(await shown(plain, plain.learner))).toEqual(plain.data)
    const broken = await library({ document: pdfOf(3) })
    expect(await bytesOf(await taken(broken, broken.learner))).toEqual(broken.data)
    expect(await codesOf(plain)).toEqual([])
  })

  it('stays closed to strangers', async () => {
    const here = await library()
    const stranger = await rooms().user({ tenant: here.tenant })
    expect((await shown(here, stranger)).status).toBe(403)
    expect(await codesOf(here)).toEqual([])
  })
})

describe('a code', () => {
  const ask = ({ tenant }: { tenant: string }, code: string, user?: Person) =>
    call(codeHolder, { params: { code }, tenant, user })

  it('leads staff of the school back to the account, however it was written down', async () => {
    const here = await library()
    await shown(here, here.learner)
    const [{ code = '' } = {}] = await codesOf(here)
    const staff = await rooms().user({ roles: ['support'], tenant: here.tenant } as never)
    const written = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`
    expect(await ask(here, written, staff)).toMatchObject({
      body: { account: here.learner.id, kind: 'document', lesson: here.showing },
      status: 200,
    })
    expect((await ask(here, 'ZZZZZZZZ', staff)).status).toBe(404)
    expect((await ask(here, code, here.learner)).status).toBe(403)
    expect((await ask(here, code)).status).toBe(401)
    const elsewhere = await library()
    const others = await rooms().user({ roles: ['owner'], tenant: elsewhere.tenant } as never)
    expect((await ask(elsewhere, code, others)).status).toBe(404)
  })

  it('is among what is told of a person, and goes with them', async () => {
    const here = await library()
    await shown(here, here.learner)
    const { learner, tenant } = here
    await asTenant(tenant, async () => {
      const req = await requestOf()
      const data = await personalData({ account: learner.id, req })
      expect(data?.documentsMarked).toMatchObject([
        { code: expect.stringMatching(CODE), document: 'light.pdf' },
      ])
      await forgetLearner({ learner: learner.id, req, tenant })
    })
    expect(await codesOf(here)).toEqual([])
  })
})

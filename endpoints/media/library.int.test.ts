import { sql } from '@payloadcms/db-postgres'
import sharp from 'sharp'

import type { FileUse } from '@/domain/media/library'

import { HOLDING_FILES } from '@/database/fileUses'
import { asPlatform, asTenant } from '@/database/scope'
import { inTransaction, row } from '@/database/transaction'
import { textOf } from '@/test/factories/editions'
import { pdfOf, uploaded } from '@/test/factories/files'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'
import { openWeb, uploadRoom } from '@/test/uploads/room'

const payload = testPayload()
let web: Awaited<ReturnType<typeof openWeb>>

beforeAll(async () => {
  web = await openWeb()
})
afterAll(() => web.close())

type Listed = { files: { filename: string; id: string; uses: number }[]; next: null | string }

const png = () =>
  sharp({ create: { background: '#345', channels: 3, height: 60, width: 90 } }).png().toBuffer()

const room = async () => {
  const here = await uploadRoom(payload(), web.port)
  const { tenant } = here
  const make = classrooms(payload())
  const owner = here.owner
  const { id: course } = await make.course({ tenant })
  const { id: section } = await make.section({ course, tenant })

  return {
    ...here,
    course,
    drop: (...files: string[]) => owner.api('POST', 'files/delete', { files }),
    lesson: (given: object) =>
      make.lesson({ course, kind: 'text', section, tenant, ...given } as never),
    list: async (query = '') =>
      (await owner.api('GET', `files${query && `?${query}`}`)) as unknown as Listed,
    make,
    pdf: (name: string) =>
      uploaded(payload(), { name, type: 'application/pdf', data: pdfOf(1), tenant }),
    picture: async (name: string) =>
      uploaded(payload(), { name, type: 'image/png', data: await png(), tenant }),
    placesOf: async (id: string) =>
      ((await owner.api('GET', `files/${id}`)) as unknown as { places: FileUse[] }).places,
    update: (collection: 'lessons' | 'pages' | 'tenants', id: string, data: object, rest = {}) =>
      (collection === 'tenants' ? asPlatform : (run: () => unknown) => asTenant(tenant, run as never))(
        () =>
          payload().update({
            id,
            collection,
            data: data,
            depth: 0,
            overrideAccess: true,
            ...rest,
          }),
      ),
  }
}

const upload = (value: string) => {
  const { root } = textOf('See')

  return {
    root: {
      ...root,
      children: [
        ...root.children,
        { id: '65f', type: 'upload', fields: null, format: '', relationTo: 'media', value, version: 3 },
      ],
    },
  }
}

describe('where a file is used', () => {
  it('names whatever holds it: fields, texts, resources, captions, blocks, brands', async () => {
    const here = await room()
    const file = await here.picture('one.png')
    const sheet = await here.pdf('sheet.pdf')
    const inText = await here.lesson({ body: upload(file), title: 'In its text' })
    const asResource = await here.lesson({
      resources: [{ blockType: 'file', file: sheet, title: 'Sheet' }],
      title: 'As a resource',
    })
    const asDocument = await here.lesson({ document: sheet, kind: 'pdf', title: 'As a document' })
    const { id: covered } = await here.make.course({ cover: file, tenant: here.tenant })
    const { id: page } = await here.make.page({
      layout: [{ blockType: 'hero', image: file, promise: 'Learn' }] as never,
      tenant: here.tenant,
    })
    await here.update('tenants', here.tenant, { settings: { logo: file } })

    expect((await here.placesOf(file)).map(({ id, kind }) => [kind, id])).toEqual([
      ['course', covered],
      ['lesson', inText.id],
      ['page', page],
      ['school', here.tenant],
    ])
    expect(await here.placesOf(sheet)).toMatchObject([
      { id: asDocument.id, title: 'As a document', within: expect.any(String) },
      { id: asResource.id, title: 'As a resource' },
    ])
  })

  it('knows of drafts, and forgets what only an older version has', async () => {
    const here = await room()
    const [first, second] = [await here.pdf('first.pdf'), await here.pdf('second.pdf')]
    const { id } = await here.lesson({ document: first, kind: 'pdf' })
    await here.update('lessons', id, { _status: 'draft', document: second }, { draft: true })
    expect(await here.placesOf(first)).toMatchObject([{ id }])
    expect(await here.placesOf(second)).toMatchObject([{ id }])
    await here.update('lessons', id, { _status: 'published', document: second })
    expect(await here.placesOf(first)).toEqual([])
    expect(await here.placesOf(second)).toMatchObject([{ id }])
    await here.update('lessons', id, { _status: 'published', document: null, kind: 'text' })
    expect(await here.placesOf(second)).toEqual([])
  })

  it('keeps it whoever writes, also by bare SQL', async () => {
    const here = await room()
    const file = await here.pdf('one.pdf')
    const { id } = await here.lesson({})
    await here.inSchool(sql`update lessons set document_id = ${file}::uuid where id = ${id}::uuid`)
    expect(await here.placesOf(file)).toMatchObject([{ id, kind: 'lesson' }])
    await here.inSchool(sql`delete from lessons where id = ${id}::uuid`)
    expect(await here.placesOf(file)).toEqual([])
  })

  it('is asked of every collection that may hold one', () => {
    const holds = (fields: unknown): boolean =>
      Array.isArray(fields) &&
      fields.some((field: Record<string, unknown>) => {
        const { type, blocks, fields: inner, relationTo, tabs } = field

        return (
          (type === 'upload' && relationTo === 'media') ||
          type === 'richText' ||
          holds(inner) ||
          [blocks, tabs].some((all) => Array.isArray(all) && all.some((one: { fields: unknown }) => holds(one.fields)))
        )
      })
    const holding = payload()
      .config.collections.filter(({ fields, upload: isUpload }) => !isUpload && holds(fields))
      .flatMap(({ slug, versions }) => {
        const table = slug.replace(/-/g, '_')

        return versions ? [table, `_${table}_v`] : [table]
      })
    const BY_COLUMN = ['instructors', 'tenants']
    expect(holding.filter((table) => ![...HOLDING_FILES, ...BY_COLUMN].includes(table))).toEqual([])
  })

  it('finds them by an index', async () => {
    const here = await room()
    const file = await here.pdf('one.pdf')
    await here.lesson({ document: file, kind: 'pdf' })
    const plan = await asTenant(here.tenant, async () => {
      const req = await requestOf()

      return inTransaction(req, async () => {
        await row(req, sql`set local enable_seqscan = off`)

        return row<{ 'QUERY PLAN': unknown }>(
          req,
          sql`explain (format json) select * from file_uses u where u.media_id = ${file}::uuid`,
        )
      })
    })
    expect(JSON.stringify(plan)).toContain('file_uses_media_id_place_row_id_key')
  })
})

describe('a file that is used', () => {
  it('is not deleted, by the library or by Payload, and 409 names the places', async () => {
    const here = await room()
    const [used, spare] = [await here.pdf('used.pdf'), await here.pdf('spare.pdf')]
    const { id } = await here.lesson({ document: used, kind: 'pdf', title: 'The sheet' })
    const refused = await here.drop(used, spare)
    expect(refused).toMatchObject({
      code: 'fileInUse',
      places: [{ id, file: used, kind: 'lesson', title: 'The sheet' }],
      status: 409,
    })
    expect(await here.owner.api('DELETE', `media/${used}`)).toMatchObject({
      errors: [{ data: { code: 'fileInUse', places: [{ id }] } }],
      status: 409,
    })
    expect((await here.files()).map((one) => one.id).sort()).toEqual([used, spare].sort())

    await here.update('lessons', id, { _status: 'published', document: null, kind: 'text' })
    expect(await here.drop(used, spare)).toMatchObject({ deleted: 2, status: 200 })
    expect(await here.files()).toEqual([])
  })

  it('stays whole where it is deleted and put into a lesson at once', async () => {
    const here = await room()
    for (let round = 0; round < 4; round += 1) {
      const file = await here.pdf(`round-${round}.pdf`)
      const { id } = await here.lesson({})
      const put = () =>
        here.inSchool(
          sql`update lessons set document_id = ${file}::uuid where id = ${id}::uuid`,
        )
      const [dropped, written] = await Promise.allSettled([here.drop(file), put()])
      const isThere = (await here.files()).some((one) => one.id === file)
      const isNamed = written.status === 'fulfilled'
      expect(dropped.status).toBe('fulfilled')
      // Whoever came second was told: never is a file named that is not there.
      expect([isThere, isNamed]).toEqual([isNamed, isNamed])
    }
  })
})

describe('the library', () => {
  it('goes through all files by pages, in every order, each file once', async () => {
    const here = await room()
    const names = ['b.pdf', 'd.pdf', 'a.pdf', 'c.pdf', 'e.pdf']
    for (const name of names) {
      await here.pdf(name)
    }
    for (const sort of ['newest', 'oldest', 'name', 'largest']) {
      const seen: string[] = []
      let cursor: null | string = ''
      while (cursor !== null) {
        const page: Listed = await here.list(
          `limit=2&sort=${sort}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        )
        seen.push(...page.files.map(({ filename }) => filename))
        cursor = page.next
      }
      const expected = { name: [...names].sort(), largest: undefined, newest: [...names].reverse(), oldest: names }
      expect([...seen].sort()).toEqual([...names].sort())
      expect(seen).toEqual(expected[sort as 'name'] ?? seen)
    }
  })

  it('finds by a part of the name or of what is said of it, by kind and by state, in the folder and all inside', async () => {
    const here = await room()
    const [plan, map] = [await here.pdf('Year plan 100%.pdf'), await here.picture('map_of_haifa.png')]
    const folder = await here.owner.api('POST', 'media-folders', { name: 'Texts', tenant: here.tenant })
    const { id: inner } = (
      await here.owner.api('POST', 'media-folders', {
        name: 'Inner',
        parent: (folder.doc as { id: string }).id,
        tenant: here.tenant,
      })
    ).doc as { id: string }
    expect(await here.owner.api('POST', 'files/move', { files: [plan], folder: inner })).toMatchObject({
      moved: 1,
    })
    const found = async (query: string) => (await here.list(query)).files.map(({ id }) => id)

    expect(await found('')).toEqual([map])
    expect(await found('search=PLAN')).toEqual([plan])
    expect(await found('search=100%25')).toEqual([plan])
    expect(await found('search=map_of')).toEqual([map])
    expect(await found('search=p_of')).toEqual([map])
    expect(await found('kind=document')).toEqual([plan])
    expect(await found(`kind=image&folder=${inner}`)).toEqual([])
    expect(await found(`folder=${inner}`)).toEqual([plan])
    expect((await found('state=unused')).sort()).toEqual([plan, map].sort())
    await here.lesson({ document: plan, kind: 'pdf' })
    expect(await found('state=unused')).toEqual([map])
    expect((await here.owner.api('GET', 'files?cursor=nonsense')).status).toBe(200)
  })

  it('moves into folders of the school alone, and shows a school its own files alone', async () => {
    const [here, there] = [await room(), await room()]
    const file = await here.pdf('one.pdf')
    const foreign = await there.pdf('other.pdf')
    const { id: folder } = (
      await there.owner.api('POST', 'media-folders', { name: 'Theirs', tenant: there.tenant })
    ).doc as { id: string }

    expect(await here.owner.api('POST', 'files/move', { files: [file], folder })).toMatchObject({ status: 404 })
    expect(await here.owner.api('POST', 'files/move', { files: [foreign], folder: null })).toMatchObject({ status: 404 })
    expect(await here.owner.api('GET', `files/${foreign}`)).toMatchObject({ status: 404 })
    expect(await here.owner.api('GET', `files?folder=${folder}`)).toMatchObject({ status: 404 })
    expect(await here.drop(foreign)).toMatchObject({ status: 404 })
    expect((await here.list()).files.map(({ id }) => id)).toEqual([file])
  })

  it('keeps files of a deleted folder, one level up', async () => {
    const here = await room()
    const file = await here.pdf('one.pdf')
    const { id: folder } = (
      await here.owner.api('POST', 'media-folders', { name: 'Gone', tenant: here.tenant })
    ).doc as { id: string }
    await here.owner.api('POST', 'files/move', { files: [file], folder })
    expect((await here.list()).files).toEqual([])
    expect(await here.owner.api('DELETE', `media-folders/${folder}`)).toMatchObject({ status: 200 })
    expect((await here.list()).files).toMatchObject([{ id: file }])
  })

  it('is not for students', async () => {
    const here = await room()
    const student = await here.as('stu', 'student')
    for (const path of ['files', `files/${await here.pdf('one.pdf')}`]) {
      expect(await student.api('GET', path)).toMatchObject({ status: 403 })
    }
  })
})

import { clamdHere } from '@/test/clamd/here'

import { sql } from '@payloadcms/db-postgres'

import { storage } from '@/adapters/storage'
import { asTenant } from '@/database/scope'
import { quarantineKey } from '@/domain/media/keys'
import { sweepArrivals } from '@/operations/media/arrivals'
import { EICAR } from '@/test/clamd/server'
import { startOf } from '@/operations/analytics/start'
import { requestOf, testPayload } from '@/test/harness'
import { openWeb, patch, uploadRoom } from '@/test/uploads/room'

const payload = testPayload()
let web: Awaited<ReturnType<typeof openWeb>>

beforeAll(async () => {
  web = await openWeb()
})
afterAll(() => web.close())

const pdf = (text: string) =>
  Buffer.from(`%PDF-1.4\n1 0 obj << /Type /Pages /Kids [] /Count 1 >> endobj\n${text}\nxref\n%%EOF`)

const sent = async (here: Awaited<ReturnType<typeof uploadRoom>>, bytes: Buffer) => {
  const { id } = await here.owner.api('POST', 'uploads', { name: 'Notes.pdf', size: bytes.length })
  await patch(here.owner, id, { body: bytes })

  return String(id)
}

const finish = (here: Awaited<ReturnType<typeof uploadRoom>>, id: string) =>
  here.owner.api('POST', `uploads/${id}/finish`, {})

const classic = (tenant: string, data: Buffer) =>
  asTenant(tenant, () =>
    payload().create({
      collection: 'media',
      data: { alt: '', tenant },
      file: { name: 'a.pdf', data, mimetype: 'application/pdf', size: data.length },
      overrideAccess: true,
    }),
  )

describe('a scanner for viruses', () => {
  it('lets clean files pass', async () => {
    const here = await uploadRoom(payload(), web.port)
    expect(await finish(here, await sent(here, pdf('hello')))).toMatchObject({ state: 'done' })
    await expect(classic(here.tenant, pdf('hello'))).resolves.toMatchObject({ filename: 'a.pdf' })
  })

  it('has infected ones kept apart, where nothing serves them, and forgotten after a month', async () => {
    const here = await uploadRoom(payload(), web.port)
    const id = await sent(here, pdf(EICAR))
    const said = await finish(here, id)
    expect(said).toMatchObject({
      detail: 'Eicar-Test-Signature',
      media: null,
      reason: 'fileInfected',
      state: 'quarantined',
    })
    expect(await here.files()).toEqual([])
    const key = quarantineKey({ id, tenant: here.tenant })
    expect(await storage().head(key)).not.toBeNull()
    expect(await storage().head(`${here.tenant}/arriving/${id}`)).toBeNull()
    await here.inSchool(sql`update incoming_files set expires_at = now() - interval '1 second'`)
    await sweepArrivals({ payload: payload() })
    expect(await storage().head(key)).toBeNull()
  })

  it('tells whoever uploaded it by mail, once, and lists it for the staff', async () => {
    const here = await uploadRoom(payload(), web.port)
    const id = await sent(here, pdf(EICAR))
    await Promise.all([finish(here, id), finish(here, id)])
    await finish(here, id)
    expect(
      await here.inSchool(sql`select "to", data ->> 'file' as file from emails where kind = 'fileQuarantined'`),
    ).toEqual([{ file: 'Notes.pdf', to: expect.stringMatching(/^olga@/) }])
    expect(await here.owner.api('GET', 'files?state=quarantined')).toMatchObject({
      apart: 1,
      quarantined: [{ id, filename: 'Notes.pdf', virus: 'Eicar-Test-Signature' }],
    })
    expect(await here.owner.api('GET', `files/${id}`)).toMatchObject({ status: 404 })
    const [olga] = await here.inSchool<{ id: string }>(sql`select id from users where name = 'olga'`)
    const start = await asTenant(here.tenant, async () =>
      startOf({
        language: 'en',
        req: await requestOf({ id: olga?.id ?? '', roles: ['owner'], tenant: here.tenant } as never),
      }),
    )
    expect(start?.apart).toBe(1)
  })

  it('refuses infected files that come as forms', async () => {
    const here = await uploadRoom(payload(), web.port)
    await expect(classic(here.tenant, pdf(EICAR))).rejects.toMatchObject({
      data: { errors: [{ code: 'fileInfected', detail: 'Eicar-Test-Signature', path: 'file' }] },
      status: 400,
    })
    expect(await here.files()).toEqual([])
  })

  it('keeps those apart as well, and tells whoever sent the form', async () => {
    const here = await uploadRoom(payload(), web.port)
    const [olga] = await here.inSchool<{ id: string }>(sql`select id from users where name = 'olga'`)
    const data = pdf(EICAR)
    await expect(
      asTenant(here.tenant, async () =>
        payload().create({
          collection: 'media',
          data: { alt: '', tenant: here.tenant },
          file: { name: 'form.pdf', data, mimetype: 'application/pdf', size: data.length },
          overrideAccess: true,
          req: await requestOf({ id: olga?.id ?? '', roles: ['owner'], tenant: here.tenant } as never),
        }),
      ),
    ).rejects.toMatchObject({ status: 400 })
    expect(await here.files()).toEqual([])
    const [apart] = await here.inSchool<{ id: string }>(
      sql`select id from incoming_files where state = 'quarantined' and filename = 'form.pdf'`,
    )
    expect(await storage().head(quarantineKey({ id: apart?.id ?? '', tenant: here.tenant }))).not.toBeNull()
    expect(
      await here.inSchool(sql`select data ->> 'file' as file from emails where kind = 'fileQuarantined'`),
    ).toEqual([{ file: 'form.pdf' }])
    expect(await here.owner.api('GET', 'files?state=quarantined')).toMatchObject({
      quarantined: [{ filename: 'form.pdf', virus: 'Eicar-Test-Signature' }],
    })
  })

  it('lets nothing pass while it is away, and loses nothing', async () => {
    const here = await uploadRoom(payload(), web.port)
    const id = await sent(here, pdf('later'))
    await clamdHere.close()
    expect(await finish(here, id)).toMatchObject({ code: 'scannerAway', status: 503 })
    expect(await here.owner.api('GET', `uploads/${id}`)).toMatchObject({ state: 'open' })
    await expect(classic(here.tenant, pdf('later'))).rejects.toMatchObject({ status: 503 })
  })
})

import { bucket } from '@/test/s3/bucket'

import { sql } from '@payloadcms/db-postgres'
import { existsSync, readdirSync } from 'node:fs'

import sharp from 'sharp'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { assignmentRoom, sendFile } from '@/test/factories/assignments'
import { pdfOf } from '@/test/factories/files'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { signIn } from '@/test/isolation/actors'
import { callsAt } from '@/test/isolation/calls'
import { certificateEndpoints } from '@endpoints/certificates/certificates'
import { seedPeople } from '@/seed/people'

const payload = testPayload()

afterAll(() => bucket.close())

const [, pdf] = certificateEndpoints

const TAKES_FILES = { files: { documents: true }, filesMost: 3, takesText: false }

/** A school with a file of every sort: pictures, documents, portraits, handed-in work, certificates and exports. */
const fullSchool = async () => {
  const room = await assignmentRoom(payload(), { assignment: TAKES_FILES })
  const { course, learner, tenant } = room
  const slug = (
    await asTenant(tenant, async () =>
      row<{ slug: string }>(await requestOf(), sql`select slug from tenants where id = ${tenant}`),
    )
  )?.slug
  const host = `${slug ?? ''}.localhost`
  const email = `olga@${host}`
  await asTenant(tenant, async () =>
    seedPeople({
      people: [{ name: 'Olga', email, roles: ['owner'] }],
      req: await requestOf(),
      tenant,
    }),
  )
  const { rest } = callsAt(host)
  const olga = await signIn({ name: 'Olga', email, host, payload: payload() })
  const picture = await sharp({
    create: { background: '#345', channels: 3, height: 600, width: 900 },
  })
    .png()
    .toBuffer()
  for (const [name, data] of [
    ['a.png', picture],
    ['b.pdf', pdfOf(2)],
  ] as const) {
    await asTenant(tenant, () =>
      payload().create({
        collection: 'media',
        data: { alt: name, tenant },
        file: { name, data, mimetype: 'application/octet-stream', size: data.length },
        overrideAccess: true,
      }),
    )
  }
  const portrait = await rest(olga, {
    form: Buffer.from(picture),
    method: 'POST',
    path: 'account/picture',
  })
  const work = await sendFile(room, { name: 'work.pdf', data: pdfOf(1).toString('latin1') })
  const serial = crypto.randomUUID().replace(/-/g, '').slice(0, 26)
  await asTenant(tenant, async () =>
    rows(
      await requestOf(),
      sql`insert into certificates (id, tenant_id, enrollment_id, learner_id, course_id, serial, number, learner_name, course_title, issued_at)
          select uuidv7(), ${tenant}, e.id, e.learner_id, e.course_id, ${serial}, '2026-00000001', 'Noa', 'Light', now()
          from enrollments e where e.course_id = ${course} and e.learner_id = ${learner.id}`,
    ),
  )
  const certificate = await call(pdf, { params: { serial }, tenant })
  const exported = await rest(olga, {
    body: { courses: [course], key: crypto.randomUUID() },
    method: 'POST',
    path: 'transfers/exports',
  })
  await settle()

  return {
    olga,
    rest,
    statuses: [portrait.status, work.status, certificate.status, exported.status],
    tenant,
  }
}

it('keeps all that a school stores in the bucket, below its own id, and nothing on the machine', async () => {
  const [one, other] = [await fullSchool(), await fullSchool()]
  expect([one.statuses, other.statuses]).toEqual([
    [200, 201, 200, 202],
    [200, 201, 200, 202],
  ])
  const folders = (tenant: string) => [
    ...new Set(
      bucket
        .keys()
        .filter((key) => key.startsWith(`${tenant}/`))
        .map((key) => key.split('/')[1]),
    ),
  ]
  for (const { tenant } of [one, other]) {
    expect(folders(tenant)).toEqual(
      expect.arrayContaining(['certificates', 'media', 'people', 'transfers', 'work']),
    )
  }
  const mine = [one.tenant, other.tenant]
  expect(bucket.keys().filter((key) => !mine.includes(key.split('/')[0] ?? ''))).toEqual([])
  const disk = process.env.UPLOADS_DIR ?? ''
  expect(existsSync(disk) ? readdirSync(disk) : []).toEqual([])

  // No disk was asked for anything, and none is: what another server with an empty one would say.
  const { olga, rest } = one
  const { docs } = JSON.parse((await rest(olga, { path: 'media?depth=0' })).text) as {
    docs: { filename: string }[]
  }
  for (const { filename } of docs) {
    expect(await rest(olga, { path: `media/file/${filename}` })).toMatchObject({ status: 200 })
  }
})

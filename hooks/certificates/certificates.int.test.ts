import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { inTransaction, row, rows } from '@/database/transaction'
import { issueCertificate, issueMissingCertificates } from '@/operations/certificates/issue'
import { factories } from '@/test/factories'
import { settingsFactories } from '@/test/factories/settings'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { certificateEndpoints } from '@endpoints/certificates/certificates'

import { issueCertificateOnCourseCompleted } from './certificates'

const payload = testPayload()

type Certificate = { id: string; learner_name: string; number: string; serial: string }

const [verify, pdf, issueMissing] = certificateEndpoints

/** A school with a learner who has completed a course. */
const completion = async () => {
  const make = factories(payload())
  const tenant = (await make.tenant()).id
  const learner = await make.user({ name: 'Noa Levi', tenant })
  const course = await make.course({ tenant })
  const enrollment = await asTenant(tenant, async () =>
    row<{ id: string }>(
      await requestOf(),
      sql`insert into enrollments (id, tenant_id, learner_id, course_id, source, status, percent, completed_at)
          values (uuidv7(), ${tenant}, ${learner.id}, ${course.id}, 'staff', 'active', 100, now()) returning id`,
    ),
  )

  return { course, enrollment: enrollment?.id ?? '', learner, make, tenant }
}

const issue = ({ enrollment, tenant }: { enrollment: string; tenant: string }) =>
  asTenant(tenant, async () => {
    const req = await requestOf()

    return inTransaction(req, () => issueCertificate({ enrollment, req, tenant }))
  })

const certificatesOf = (tenant: string) =>
  asTenant(tenant, async () =>
    rows<Certificate>(
      await requestOf(),
      sql`select id, serial, number, learner_name from certificates`,
    ),
  )

describe('a certificate', () => {
  it('is issued once under ten concurrent completions, and announced once', async () => {
    const { enrollment, learner, tenant } = await completion()
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => issue({ enrollment, tenant })),
    )
    const issued = await certificatesOf(tenant)
    const ran = await settle()

    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(issued).toHaveLength(1)
    expect(issued[0]?.serial).toMatch(/^[0-9a-z]{26}$/)
    expect(issued[0]?.learner_name).toBe(learner.name)
    expect(ran.filter((name) => name === 'sendCertificateOnCertificateIssued')).toHaveLength(1)
    expect(ran.filter((name) => name === 'storePdfOnCertificateIssued')).toHaveLength(1)
  })

  it('stays one when its reaction runs again', async () => {
    const { enrollment, tenant } = await completion()
    for (const event of ['first', 'second']) {
      await asTenant(tenant, async () => {
        const req = await requestOf()
        const data = { enrollment } as never
        await inTransaction(req, () =>
          issueCertificateOnCourseCompleted.run({ data, event, req, tenant }),
        )
      })
    }

    expect(await certificatesOf(tenant)).toHaveLength(1)
  })

  it('is not issued for what is not completed', async () => {
    const { enrollment, tenant } = await completion()
    await asTenant(tenant, async () =>
      rows(
        await requestOf(),
        sql`update enrollments set completed_at = null where id = ${enrollment}`,
      ),
    )

    expect(await issue({ enrollment, tenant })).toBe(false)
    expect(await certificatesOf(tenant)).toHaveLength(0)
  })

  it('comes later for completions from before there were certificates', async () => {
    const { make, tenant } = await completion()
    const owner = await make.user({ roles: ['owner'], tenant })
    const student = await make.user({ tenant })
    const ask = (user: { id: string; roles?: null | string[] }) =>
      call(issueMissing, { data: {}, tenant, user })

    expect((await ask(student)).status).toBe(403)
    expect(await ask(owner)).toMatchObject({ body: { issued: 1 }, status: 201 })
    expect(await ask(owner)).toMatchObject({ body: { issued: 0 } })
    expect(
      await asTenant(tenant, async () =>
        issueMissingCertificates({ req: await requestOf(), tenant }),
      ),
    ).toBe(0)
  })
})

describe('a school without certificates', () => {
  it('issues none, keeps those it has issued, and makes up for the others once it has them again', async () => {
    const { enrollment, make, tenant } = await completion()
    const before = await completion()
    await issue(before)
    const switchTo = (certificates: boolean, id = tenant) =>
      settingsFactories(payload()).change({ id, features: { certificates } })
    await switchTo(false)
    await switchTo(false, before.tenant)
    const owner = await make.user({ roles: ['owner'], tenant })
    const ask = () => call(issueMissing, { data: {}, tenant, user: owner })

    expect(await issue({ enrollment, tenant })).toBe(false)
    expect(await ask()).toMatchObject({ body: { code: 'certificatesOff' }, status: 422 })
    expect(await certificatesOf(tenant)).toHaveLength(0)
    const [kept] = await certificatesOf(before.tenant)
    const params = { serial: kept?.serial ?? '' }
    expect(await call(verify, { params, tenant: before.tenant })).toMatchObject({
      body: { status: 'valid' },
    })
    expect((await call(pdf, { params, tenant: before.tenant })).status).toBe(200)

    await switchTo(true)
    expect(await ask()).toMatchObject({ body: { issued: 1 } })
  })
})

describe('the public page of a certificate', () => {
  it('says who completed what, and serves the PDF, whole or in part', async () => {
    const { course, enrollment, tenant } = await completion()
    await issue({ enrollment, tenant })
    const [issued] = await certificatesOf(tenant)
    const params = { serial: issued?.serial ?? '' }

    expect(await call(verify, { params, tenant })).toMatchObject({
      body: { course: course.title, learner: 'Noa Levi', number: issued?.number, status: 'valid' },
      status: 200,
    })
    const file = await call(pdf, { params, tenant })
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(String(file.body).startsWith('%PDF-')).toBe(true)
    await settle()
    expect((await call(pdf, { params, tenant })).headers.get('content-length')).toBe(
      file.headers.get('content-length'),
    )
  })

  it('tells of a revocation and no longer serves the PDF', async () => {
    const { enrollment, tenant } = await completion()
    await issue({ enrollment, tenant })
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update certificates set revoked_at = now()`),
    )
    const [issued] = await certificatesOf(tenant)
    const params = { serial: issued?.serial ?? '' }

    expect(await call(verify, { params, tenant })).toMatchObject({ body: { status: 'revoked' } })
    expect(await call(pdf, { params, tenant })).toMatchObject({
      body: { code: 'certificateRevoked' },
      status: 410,
    })
  })

  it('is not found for an unknown serial, a wrong one, and in another school', async () => {
    const { enrollment, tenant } = await completion()
    const other = await completion()
    await issue({ enrollment, tenant })
    const [issued] = await certificatesOf(tenant)
    const ask = (serial: string, school = tenant) =>
      call(verify, { params: { serial }, tenant: school })

    expect((await ask('0'.repeat(26))).status).toBe(404)
    expect((await ask("' or true --")).status).toBe(404)
    expect((await ask(issued?.serial ?? '', other.tenant)).status).toBe(404)
    expect(
      (await call(pdf, { params: { serial: issued?.serial ?? '' }, tenant: other.tenant })).status,
    ).toBe(404)
    expect((await ask(issued?.id ?? '')).status).toBe(404)
  })
})

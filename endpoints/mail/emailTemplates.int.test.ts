import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { queueEmail } from '@/operations/mail/queueEmail'
import { factories } from '@/test/factories'
import { call, requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'

import { previewEmailTemplate, testEmailTemplate } from './emailTemplates'

const payload = testPayload()

type Mail = {
  html: string
  kind: string
  locale: string
  subject: string
  text: string
  to: string
}

const mailsOf = (tenant: string) =>
  asTenant(tenant, async () => {
    await settleOnly(payload(), 'sendQueuedEmail')

    return rows<Mail>(
      await requestOf(),
      sql`select "to", kind, locale, subject, html, text from emails order by id`,
    )
  })

const write = ({
  tenant,
  user,
  ...data
}: {
  [field: string]: unknown
  tenant: string
  user: { id: string }
}) =>
  asTenant(tenant, async () =>
    payload().create({
      collection: 'email-templates',
      data: data as never,
      depth: 0,
      overrideAccess: false,
      req: await requestOf(user),
    }),
  )

const school = async () => {
  const make = factories(payload())
  const tenant = (await make.tenant({ name: 'Aurora' })).id
  const user = await make.user({ name: 'Dana', roles: ['owner'], tenant })
  const student = await make.user({ tenant })

  return { make, student, tenant, user }
}

describe('a mail template', () => {
  it('begins with the words that are sent without it, and goes back to them where it is emptied', async () => {
    const { tenant, user } = await school()
    const made = await write({ kind: 'enrolled', locale: 'ru', tenant, user })
    expect(made).toMatchObject({
      buttonLabel: 'Начать обучение',
      subject: 'Вы записаны на курс «{course}»',
    })

    const update = (data: object) =>
      asTenant(tenant, async () =>
        payload().update({
          id: made.id,
          collection: 'email-templates',
          data: data,
          depth: 0,
          overrideAccess: false,
          req: await requestOf(user),
        }),
      )
    expect(await update({ subject: 'Ура, {name}' })).toMatchObject({
      body: made.body,
      subject: 'Ура, {name}',
    })
    expect(await update({ kind: 'reset', subject: ' ' })).toMatchObject({
      kind: 'enrolled',
      subject: made.subject,
    })
  })

  it('knows the placeholders of its mail alone, and there is one for a mail in a language', async () => {
    const { tenant, user } = await school()

    await expect(
      write({ body: 'For {course}', kind: 'reset', locale: 'en', tenant, user }),
    ).rejects.toMatchObject({ data: { errors: [{ path: 'body' }] } })
    await write({ kind: 'reset', locale: 'en', tenant, user })
    await expect(write({ kind: 'reset', locale: 'en', tenant, user })).rejects.toThrow()
    await write({ kind: 'reset', locale: 'he', tenant, user })
  })

  it('is for managers to write and to read', async () => {
    const { make, student, tenant, user } = await school()
    const instructor = await make.user({ roles: ['instructor'], tenant })
    const { id } = await write({ kind: 'reset', locale: 'en', tenant, user })
    for (const person of [student, instructor]) {
      await expect(write({ kind: 'confirm', locale: 'en', tenant, user: person })).rejects.toThrow()
      for (const endpoint of [previewEmailTemplate, testEmailTemplate]) {
        expect((await call(endpoint, { params: { id }, tenant, user: person })).status).toBe(403)
      }
    }
    expect((await call(testEmailTemplate, { params: { id }, tenant })).status).toBe(401)
  })

  it('is what its own school’s readers get in its language, and nobody else', async () => {
    const [one, two] = [await school(), await school()]
    await write({
      body: 'Willkommen in {course}, {name}.\n\n<i>Bis bald</i>',
      buttonLabel: 'Los',
      kind: 'enrolled',
      locale: 'en',
      subject: '{school}: {course}',
      ...one,
    })
    const order = (tenant: string, locale: 'en' | 'he') =>
      asTenant(tenant, async () =>
        queueEmail({
          data: { name: 'Noa', course: 'Colour', url: 'http://aurora.localhost:3000/learn/colour' },
          key: locale,
          locale,
          req: await requestOf(),
          template: 'enrolled',
          to: 'noa@example.com',
        }),
      )
    await order(one.tenant, 'en')
    await order(one.tenant, 'he')
    await order(two.tenant, 'en')
    const [english, hebrew] = await mailsOf(one.tenant)

    expect(english?.subject).toBe('Aurora: Colour')
    expect(english?.text).toContain('Willkommen in Colour, Noa.\n\n<i>Bis bald</i>')
    expect(english?.html).toContain('&lt;i&gt;Bis bald')
    expect(hebrew?.text).toContain('הקורס ״Colour״ פתוח')
    expect((await mailsOf(two.tenant))[0]?.subject).toBe('You are enrolled in “Colour”')
  })
})

describe('GET /api/email-templates/:id/preview', () => {
  it('shows the mail with made-up data, as a page that can run nothing', async () => {
    const { tenant, user } = await school()
    const { id } = await write({
      body: 'Total: {total}',
      kind: 'receipt',
      locale: 'he',
      tenant,
      user,
    })
    const { body, headers, status } = await call(previewEmailTemplate, {
      params: { id },
      tenant,
      user,
    })

    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toContain('text/html')
    expect(headers.get('Content-Security-Policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(body).toContain('Total: ')
    expect(body).toContain('צבעי מים למתחילים')
    expect(body).toContain('Dana')
  })

  it('knows no other school’s templates', async () => {
    const [one, two] = [await school(), await school()]
    const { id } = await write({ kind: 'receipt', locale: 'he', ...one })
    const asked = { params: { id }, tenant: two.tenant, user: two.user }

    expect((await call(previewEmailTemplate, asked)).status).toBe(404)
    expect((await call(testEmailTemplate, asked)).status).toBe(404)
  })
})

describe('POST /api/email-templates/:id/test', () => {
  it('sends whoever asks one mail for each press', async () => {
    const { tenant, user } = await school()
    const { id } = await write({
      kind: 'certificate',
      locale: 'ru',
      subject: 'Проба',
      tenant,
      user,
    })
    const press = () => call(testEmailTemplate, { params: { id }, tenant, user })

    expect(await press()).toMatchObject({ body: { to: user.email }, status: 202 })
    await press()
    const mails = await mailsOf(tenant)
    expect(mails).toHaveLength(2)
    expect(mails[0]).toMatchObject({
      kind: 'certificate',
      locale: 'ru',
      subject: 'Проба',
      to: user.email,
    })
  })

  it('has enough after five in a minute, pressed at once or one after the other', async () => {
    const { make, tenant, user } = await school()
    const { id } = await write({ kind: 'reset', locale: 'en', tenant, user })
    const press = (person: { id: string }) =>
      call(testEmailTemplate, { params: { id }, tenant, user: person })
    const answers = await Promise.all(Array.from({ length: 8 }, () => press(user)))

    expect(answers.map(({ status }) => status).sort()).toEqual([
      202, 202, 202, 202, 202, 429, 429, 429,
    ])
    const refused = await press(user)
    const seconds = Number(refused.headers.get('Retry-After'))
    expect(refused.body).toEqual({ code: 'tooMany', seconds })
    expect(seconds).toBeGreaterThan(30)
    expect(seconds).toBeLessThanOrEqual(60)
    expect((await press(await make.user({ roles: ['admin'], tenant }))).status).toBe(202)
    expect(await mailsOf(tenant)).toHaveLength(6)
  })
})

import { mailTemplates } from '@/test/factories/mailTemplates'
import { call, testPayload } from '@/test/harness'

import { previewEmailTemplate, testEmailTemplate } from './emailTemplates'

const payload = testPayload()
const { mailsOf, school, write } = mailTemplates(payload)

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

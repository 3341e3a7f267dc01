import { previewEmailTemplate, testEmailTemplate } from '@endpoints/mail/emailTemplates'

import { asTenant } from '@/database/scope'
import { queueEmail } from '@/operations/mail/queueEmail'
import { mailTemplates } from '@/test/factories/mailTemplates'
import { call, requestOf, testPayload } from '@/test/harness'

const payload = testPayload()
const { mailsOf, school, write } = mailTemplates(payload)

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

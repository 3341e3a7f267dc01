import { sql } from '@payloadcms/db-postgres'

import type { MailData, Template } from '@/domain/mail/templates'

import { asTenant } from '@/database/scope'
import { inTransaction, rows } from '@/database/transaction'
import { env } from '@/env'
import { claimEmail } from '@/operations/mail/delivery'
import { readOutbox } from '@/operations/mail/outbox'
import { queueEmail } from '@/operations/mail/queueEmail'
import { reseal } from '@/operations/tenancy/reseal'
import { sealedNow } from '@/secrets'
import { factories } from '@/test/factories'
import { requestOf, settle, testPayload } from '@/test/harness'

import { sendQueuedEmail } from './emails'

const payload = testPayload()

type Mail = {
  claimed_at: Date | null
  error: null | string
  html: null | string
  id: string
  status: string
  subject: string
}

const queue = <K extends Template>({
  data,
  key,
  template,
  tenant,
}: {
  data: MailData[K]
  key: string
  template: K
  tenant: string
}) =>
  asTenant(tenant, async () => {
    const req = await requestOf()
    await queueEmail({ data, key, locale: 'he', req, template, to: 'noa@example.com' })
  })

const mailsOf = (tenant: string) =>
  asTenant(tenant, async () =>
    rows<Mail>(
      await requestOf(),
      sql`select id, status, subject, html, error, claimed_at from emails order by id`,
    ),
  )

/** Everything that is kept of the school's mails. */
const keptOf = (tenant: string) =>
  asTenant(tenant, async () =>
    (
      await rows<{ kept: string }>(await requestOf(), sql`select e::text as kept from emails e`)
    ).map(({ kept }) => kept),
  )

const send = ({ email, tenant }: { email: string; tenant: string }) =>
  asTenant(tenant, async () =>
    sendQueuedEmail.run({
      data: { email } as never,
      event: 'again',
      req: await requestOf(),
      tenant,
    }),
  )

const school = async () => (await factories(payload()).tenant({ name: 'אופק' })).id
const reset = { name: 'נועה', url: 'http://ofek.localhost:3000/reset?token=secret' }

describe('a mail', () => {
  it('is queued once for one occasion, by however many at once', async () => {
    const tenant = await school()
    await Promise.all(
      Array.from({ length: 5 }, () =>
        queue({ data: reset, key: 'one', template: 'reset', tenant }),
      ),
    )

    expect(await mailsOf(tenant)).toHaveLength(1)
    expect((await settle()).filter((name) => name === 'sendQueuedEmail')).toHaveLength(1)
    expect(await mailsOf(tenant)).toMatchObject([{ claimed_at: null, error: null, status: 'sent' }])
  })

  it('is gone with the transaction that ordered it', async () => {
    const tenant = await school()
    const broken = asTenant(tenant, async () => {
      const req = await requestOf()
      await inTransaction(req, async () => {
        await queueEmail({
          data: reset,
          key: 'k',
          locale: 'en',
          req,
          template: 'reset',
          to: 'a@b.test',
        })
        throw new Error('changed my mind')
      })
    })

    await expect(broken).rejects.toThrow('changed my mind')
    expect(await mailsOf(tenant)).toHaveLength(0)
    expect(await settle()).not.toContain('sendQueuedEmail')
  })

  it('is rendered in the reader’s language and the school’s name, and kept where mail stays here', async () => {
    const tenant = await school()
    await queue({ data: reset, key: 'k', template: 'reset', tenant })
    await settle()
    const [mail] = await mailsOf(tenant)

    expect(mail?.subject).toContain('אופק')
    const shown = await readOutbox(mail?.id ?? '')
    expect(shown?.html).toContain('dir="rtl"')
    expect(shown?.html).toContain('token=secret')
    expect(shown?.text).toContain('token=secret')
  })

  it('keeps what lets somebody in sealed, before it is sent and after', async () => {
    const tenant = await school()
    await queue({ data: reset, key: 'k', template: 'reset', tenant })
    expect(await keptOf(tenant)).toEqual([expect.not.stringContaining('token=secret')])
    expect(await keptOf(tenant)).toEqual([expect.stringContaining(reset.name)])
    await settle()

    expect(await mailsOf(tenant)).toMatchObject([{ status: 'sent' }])
    expect(await keptOf(tenant)).toEqual([expect.not.stringContaining('token=secret')])
  })

  it('is sealed anew with the other secrets when the key changes, and sent with its link', async () => {
    const tenant = await school()
    await queue({ data: reset, key: 'k', template: 'reset', tenant })
    const { SEALING_KEYS } = env()
    try {
      env().SEALING_KEYS = ['a newer master key of this installation']
      const done = await reseal()
      expect(done).toContainEqual(
        expect.objectContaining({ column: 'data', left: 0, table: 'emails' }),
      )
      expect(await keptOf(tenant)).toEqual([expect.stringContaining(sealedNow())])
      const [queued] = await mailsOf(tenant)
      await send({ email: queued?.id ?? '', tenant })
      expect((await readOutbox(queued?.id ?? ''))?.text).toContain('token=secret')
    } finally {
      env().SEALING_KEYS = SEALING_KEYS
    }
  })

  it('is sent where it was ordered before links were sealed', async () => {
    const tenant = await school()
    await queue({ data: reset, key: 'k', template: 'reset', tenant })
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update emails set data = ${JSON.stringify(reset)}::jsonb`),
    )
    await settle()
    const [sent] = await mailsOf(tenant)

    expect(sent).toMatchObject({ error: null, status: 'sent' })
    expect((await readOutbox(sent?.id ?? ''))?.text).toContain('token=secret')
  })

  it('is not touched again once it is sent, and not taken while another worker has it', async () => {
    const tenant = await school()
    await queue({ data: reset, key: 'k', template: 'reset', tenant })
    const [queued] = await mailsOf(tenant)
    const email = queued?.id ?? ''
    await asTenant(tenant, async () => claimEmail({ id: email, req: await requestOf() }))

    await expect(send({ email, tenant })).rejects.toThrow('Another worker')
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update emails set claimed_at = now() - interval '1 minute'`),
    )
    await send({ email, tenant })
    const [sent] = await mailsOf(tenant)
    await send({ email, tenant })

    expect(sent?.status).toBe('sent')
    expect(await mailsOf(tenant)).toEqual([sent])
  })

  it('says why it could not be sent, and can be tried again', async () => {
    const tenant = await school()
    await queue({ data: reset, key: 'k', template: 'reset', tenant })
    const [queued] = await mailsOf(tenant)
    const email = queued?.id ?? ''
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update emails set data = '{"name": null}'::jsonb`),
    )

    await expect(send({ email, tenant })).rejects.toThrow()
    expect(await mailsOf(tenant)).toMatchObject([{ claimed_at: null, status: 'failed' }])
    await asTenant(tenant, async () =>
      rows(await requestOf(), sql`update emails set data = ${JSON.stringify(reset)}::jsonb`),
    )
    await send({ email, tenant })
    expect(await mailsOf(tenant)).toMatchObject([{ error: null, status: 'sent' }])
  })
})

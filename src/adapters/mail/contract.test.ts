import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

import type { Mailer, Message } from './types'

import { outboxMailer } from './outbox'
import { smtpMailer } from './smtp'

const message: Message = {
  from: 'Академия «Аврора» <no-reply@aurora.test>',
  headers: { 'X-Lectern-Kind': 'confirm' },
  html: '<p dir="rtl">שלום</p>',
  messageId: '0197-abc@aurora.test',
  subject: 'Подтвердите адрес — אישור',
  text: 'שלום',
  to: 'learner@example.test',
}

type Place = { close: () => Promise<void>; mailer: Mailer; received: Buffer[] }

const smtp = async (): Promise<Place> => {
  const received: Buffer[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push(Buffer.concat(chunks))
        done()
      })
    },
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('nobody@') ? new Error('no such mailbox') : undefined),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const mailer = smtpMailer(`smtp://127.0.0.1:${port}`)

  return {
    close: () =>
      new Promise((resolve) => {
        mailer.close()
        server.close(resolve)
      }),
    mailer,
    received,
  }
}

const outbox = (): Promise<Place> => {
  const mailer = outboxMailer()

  return Promise.resolve({
    close: () => Promise.resolve(mailer.close()),
    mailer,
    received: [],
  })
}

describe.each([
  ['SMTP', smtp],
  ['the outbox', outbox],
])('a mailer over %s', (_name, open) => {
  let place: Place

  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place.close())

  it('takes a message, and takes it again', async () => {
    await expect(place.mailer.send(message)).resolves.toBeUndefined()
    await expect(place.mailer.send(message)).resolves.toBeUndefined()
  })
})

describe('mail over SMTP', () => {
  let place: Place

  beforeAll(async () => {
    place = await smtp()
  })
  afterAll(() => place.close())

  it('arrives with both bodies, its own message id and every script intact', async () => {
    await place.mailer.send(message)
    const mail = await PostalMime.parse(place.received[0] ?? '')

    expect(mail.from).toEqual({ name: 'Академия «Аврора»', address: 'no-reply@aurora.test' })
    expect(mail.to).toEqual([{ name: '', address: 'learner@example.test' }])
    expect(mail.subject).toBe(message.subject)
    expect(mail.messageId).toBe('<0197-abc@aurora.test>')
    expect(mail.html?.trim()).toBe(message.html)
    expect(mail.text?.trim()).toBe(message.text)
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('x-lectern-kind')).toBe('confirm')
  })

  it('throws when the server refuses the address', async () => {
    await expect(place.mailer.send({ ...message, to: 'nobody@example.test' })).rejects.toThrow(
      'no such mailbox',
    )
  })

  it('reads a line break in a subject as a space, never as a header', async () => {
    await place.mailer.send({ ...message, subject: 'Hello\r\nBcc: victim@example.test' })
    const mail = await PostalMime.parse(place.received.at(-1) ?? '')

    expect(mail.bcc).toBeUndefined()
  })
})

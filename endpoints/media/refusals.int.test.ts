import sharp from 'sharp'

import { testPayload } from '@/test/harness'
import { openWeb, patch, uploadRoom, type UploadRoom } from '@/test/uploads/room'

const payload = testPayload()
let web: Awaited<ReturnType<typeof openWeb>>

beforeAll(async () => {
  web = await openWeb()
})
afterAll(() => web.close())

const room = () => uploadRoom(payload(), web.port)

const LATE = Buffer.from('WEBVTT\n\n00:05.000 --> 00:06.000\nTwo\n\n00:01.000 --> 00:02.000\nOne\n')

/** Sends a file in parts, and finishes it in a language. */
const sent = async ({ owner }: UploadRoom, name: string, bytes: Buffer, language: string) => {
  const { id } = await owner.api('POST', 'uploads', { name, size: bytes.length })
  await patch(owner, id, { body: bytes })

  return owner.api('POST', `uploads/${String(id)}/finish`, {}, { 'accept-language': language })
}

type Refused = { errors: { data: { errors: object[] }; message: string }[]; status: number }

/** Sends a file as a form to Payload's own endpoint. */
const posted = async ({ owner }: UploadRoom, name: string, bytes: Buffer, language: string, data: object = {}) => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  form.set('_payload', JSON.stringify(data))

  return (await owner.api('POST', 'media', form, { 'accept-language': language })) as unknown as Refused
}

describe('a file that is refused', () => {
  it.each([
    ['en', 'Files of this kind cannot be uploaded.'],
    ['he', 'אי אפשר להעלות קבצים מסוג זה.'],
    ['ru', 'Файлы этого вида загружать нельзя.'],
    ['fr', 'Files of this kind cannot be uploaded.'],
  ])('as a form says so in %s, with its field and code', async (language, message) => {
    const said = await posted(await room(), 'a.exe', Buffer.from('MZ\u0000\u0000'), language)
    expect(said.status).toBe(400)
    expect(said.errors[0]?.data.errors).toEqual([{ code: 'fileNotAccepted', message, path: 'file' }])
  })

  it.each([
    ['en', 'Line 6: this caption begins before the one above it.'],
    ['he', 'שורה 6: הכתובית הזו מתחילה לפני הכתובית שמעליה.'],
    ['ru', 'Строка 6: этот субтитр начинается раньше предыдущего.'],
  ])('in parts says so in %s, with its code and line', async (language, said) => {
    expect(await sent(await room(), 'a.vtt', LATE, language)).toMatchObject({
      detail: '6',
      media: null,
      reason: 'captionsOrder',
      said,
      state: 'refused',
    })
  })

  it('may be asked about later, in another language', async () => {
    const here = await room()
    const { id } = await sent(here, 'a.vtt', Buffer.from('WEBVTT\n\nNothing\n'), 'en')
    expect(
      await here.owner.api('GET', `uploads/${String(id)}`, undefined, { 'accept-language': 'he' }),
    ).toMatchObject({ reason: 'captionsEmpty', said: 'אין כתוביות בקובץ הזה.' })
  })

  it('is an image that visitors see without a word of what it shows', async () => {
    const png = await sharp({ create: { background: '#345', channels: 3, height: 4, width: 6 } }).png().toBuffer()
    const said = await posted(await room(), 'a.png', png, 'ru', { alt: '' })
    expect(said.status).toBe(400)
    expect(said.errors[0]?.data.errors).toMatchObject([
      { message: 'Опишите в нескольких словах, что изображено.', path: 'alt' },
    ])
  })
})

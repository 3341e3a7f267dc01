import type { Payload } from 'payload'

import { asTenant } from '@/database/scope'

/** A PDF of so many pages, as far as its page tree says. */
export const pdfOf = (pages: number): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj << /Type /Pages /Kids [] /Count ${pages} >> endobj\nxref\n%%EOF`)

/** A tenth of a second of MP3: frames of MPEG-1 layer III at 128 kbit/s and 44.1 kHz, 417 bytes each. */
export const silence = (): Buffer =>
  Buffer.concat(
    Array.from({ length: 4 }, () =>
      Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0]), Buffer.alloc(413)]),
    ),
  )

/** Uploads a file to a school, as its staff do; answers its id. */
export const uploaded = async (
  payload: Payload,
  { name, type, data, tenant }: { data: Buffer; name: string; tenant: string; type: string },
): Promise<string> => {
  const { id } = await asTenant(tenant, () =>
    payload.create({
      collection: 'media',
      data: { alt: name, tenant },
      file: { name, data, mimetype: type, size: data.length },
      overrideAccess: true,
    }),
  )

  return id
}

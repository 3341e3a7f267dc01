import type { Visitor } from './visitor'

import { signedIn, visitor } from './visitor'

/** More than Next keeps of a body, in bytes. */
const LARGE = 12 * 1024 ** 2

const END = '\nstartxref\n0\n%%EOF\n'

/** A document whose last bytes count as much as its first. */
const largePdf = (): Buffer => {
  const bytes = Buffer.alloc(LARGE, ' ')
  bytes.write('%PDF-1.7\n')
  bytes.write(END, LARGE - END.length)

  return bytes
}

const upload = async (
  who: Visitor,
  {
    bytes,
    method = 'POST',
    path = '/api/media',
  }: { bytes: Buffer; method?: string; path?: string },
) => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt: 'A long script' }))
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), 'script.pdf')
  const packed = new Response(form)

  return who.send({
    body: Buffer.from(await packed.arrayBuffer()),
    headers: { 'Content-Type': packed.headers.get('content-type') ?? '' },
    method,
    path,
  })
}

type Doc = { doc: { filesize: number; id: string; url: string } }

it('keeps a large file whole, and one that takes its place', async () => {
  const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const bytes = largePdf()
  const made = await upload(owner, { bytes })
  expect([made.status, made.text.slice(0, 200)]).toEqual([201, expect.any(String)])
  const { doc } = made.json<Doc>()
  expect(doc.filesize).toBe(bytes.length)
  expect((await owner.get(doc.url)).bytes.equals(bytes)).toBe(true)

  const longer = Buffer.concat([largePdf(), largePdf()])
  const changed = await upload(owner, {
    bytes: longer,
    method: 'PATCH',
    path: `/api/media/${doc.id}`,
  })
  expect([changed.status, changed.json<Doc>().doc.filesize]).toEqual([200, longer.length])
}, 180_000)

it('takes none from a stranger, nor with the cookie of somebody on another site', async () => {
  const bytes = largePdf()
  const stranger = await upload(visitor('aurora'), { bytes })
  expect(stranger.status).toBe(403)

  const owner = await signedIn({ email: 'owner@aurora.test', place: 'aurora' })
  const { send } = owner
  const elsewhere: Visitor = {
    ...owner,
    send: (asked) =>
      send({ ...asked, headers: { ...asked.headers, origin: 'http://evil.example' } }),
  }
  expect((await upload(elsewhere, { bytes })).status).toBe(403)
}, 180_000)

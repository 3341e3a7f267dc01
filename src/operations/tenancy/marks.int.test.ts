import { sql } from '@payloadcms/db-postgres'
import sharp from 'sharp'

import { asPlatform, asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { brandPicture } from '@/operations/media/brandPictures'
import { writeLetter } from '@/operations/mail/writeLetter'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'

import { schoolOf } from './school'

const payload = testPayload()

const DRAWING = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><script>alert(1)</script><rect width="200" height="50" fill="#123456"/></svg>',
)

const upload = (tenant: string, { name = 'logo.svg', data = DRAWING, isPublic = true } = {}) =>
  asTenant(tenant, async () =>
    payload().create({
      collection: 'media',
      data: { alt: 'Our mark', isPublic, tenant },
      depth: 0,
      file: { name, data, mimetype: 'image/svg+xml', size: data.length },
      overrideAccess: true,
      req: await requestOf(),
    }),
  )

const wear = (tenant: string, marks: Record<string, string>) =>
  asPlatform(() =>
    payload().update({
      id: tenant,
      collection: 'tenants',
      data: { settings: marks },
      depth: 0,
      overrideAccess: true,
    }),
  )

const school = (tenant: string) =>
  asTenant(tenant, async () => schoolOf({ req: await requestOf(), tenant }))

it('keeps a drawing as the picture it draws, without a line of its code', async () => {
  const { id: tenant } = await factories(payload()).tenant()
  const media = await upload(tenant)
  expect(media).toMatchObject({
    filename: 'logo.png',
    height: 400,
    mimeType: 'image/png',
    width: 1600,
  })
  const page = Buffer.from('<html><svg xmlns="http://www.w3.org/2000/svg"/></html>')
  await expect(upload(tenant, { data: page })).rejects.toThrow()
  const entities = Buffer.from(
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
  )
  await expect(upload(tenant, { data: entities })).rejects.toThrow()
})

it('shows the marks of a school to its pages, mails and home screens', async () => {
  const { id: tenant } = await factories(payload()).tenant()
  expect(await school(tenant)).toMatchObject({ icon: null, logo: null, logoDark: null })
  const { id } = await upload(tenant)
  const url = expect.stringContaining('/api/media/file/logo.png')
  await wear(tenant, { icon: id, logo: id, logoDark: id })
  const dressed = await school(tenant)
  expect(dressed).toMatchObject({ logo: { height: 400, url, width: 1600 }, logoDark: { url } })
  if (!dressed) {
    throw new Error('There is no school.')
  }
  const logo = await sharp((await brandPicture(dressed, 'logo.png')) ?? '').metadata()
  expect([logo.width, logo.height]).toEqual([512, 128])
  const { data } = await sharp((await brandPicture(dressed, 'maskable-512.png')) ?? '')
    .extract({ height: 1, left: 256, top: 256, width: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([...data]).toEqual([0x12, 0x34, 0x56])
  expect(await brandPicture(dressed, 'toString')).toBeNull()
  const letter = await asTenant(tenant, async () =>
    writeLetter({
      data: { name: 'Ada', url: `${dressed.origin}/confirm` },
      locale: 'en',
      req: await requestOf(),
      school: dressed,
      template: 'confirm',
    }),
  )
  expect(letter.html).toContain(`${dressed.origin}/icons/logo.png`)
  expect(letter.html).toContain(`${dressed.origin}/icons/logo-dark.png`)
})

it('wears no file that is not public, and none of another school', async () => {
  const { id: tenant } = await factories(payload()).tenant()
  const { id: other } = await factories(payload()).tenant()
  const mine = await upload(tenant)
  await wear(tenant, { logo: mine.id })
  await asTenant(tenant, async () =>
    row(await requestOf(), sql`update media set is_public = false where id = ${mine.id}`),
  )
  expect((await school(tenant))?.logo).toBeNull()
  const theirs = await upload(other)
  await expect(wear(tenant, { logo: theirs.id })).rejects.toThrow()
})

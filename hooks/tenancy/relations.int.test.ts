import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { testPayload } from '@/test/harness'

const payload = testPayload()

const twoSchools = async () => {
  const make = factories(payload())
  const [a, b] = [await make.tenant(), await make.tenant()]

  return {
    a: a.id,
    mine: (await make.course({ tenant: a.id })).id,
    theirs: (await make.course({ tenant: b.id })).id,
  }
}

const page = (tenant: string, layout: object[]) =>
  asTenant(tenant, () =>
    payload().create({
      collection: 'pages',
      data: {
        slug: `page-${crypto.randomUUID().slice(0, 8)}`,
        layout: layout as never,
        tenant,
        title: 'A page',
      },
      depth: 0,
      overrideAccess: true,
    }),
  )

const linkTo = (value: string) => ({
  root: {
    type: 'root',
    children: [
      {
        type: 'link',
        children: [],
        fields: { doc: { relationTo: 'courses', value }, linkType: 'internal' },
        version: 1,
      },
    ],
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
})

describe('relations that no foreign key can hold', () => {
  it('lets blocks point at the school’s own documents and refuses another’s', async () => {
    const { a, mine, theirs } = await twoSchools()
    const grid = (courses: string[]) => [{ blockType: 'courseGrid', courses, limit: 3 }]

    await expect(page(a, grid([mine]))).resolves.toMatchObject({ title: 'A page' })
    await expect(page(a, grid([mine, theirs]))).rejects.toThrow()
  })

  it('refuses another school’s documents in the single relations of blocks', async () => {
    const { a, theirs } = await twoSchools()
    await expect(page(a, [{ blockType: 'pricing', course: theirs }])).rejects.toThrow()
    await expect(page(a, [{ blockType: 'hero', course: theirs, promise: 'One' }])).rejects.toThrow()
  })

  it('refuses them inside rich text, in a lesson as in a page', async () => {
    const { a, mine, theirs } = await twoSchools()
    await expect(page(a, [{ blockType: 'richText', content: linkTo(mine) }])).resolves.toBeDefined()
    await expect(page(a, [{ blockType: 'richText', content: linkTo(theirs) }])).rejects.toThrow()

    const make = factories(payload())
    const section = await make.section({ course: mine, tenant: a })
    await expect(
      make.lesson({ body: linkTo(theirs) as never, kind: 'text', section: section.id, tenant: a }),
    ).rejects.toThrow()
  })
})

import { describe, expect, it } from '@jest/globals'

import { asTenant } from '@/database/scope'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import { showLinks } from './showLinks'

const payload = testPayload()

const link = (relationTo: string, value: string) => ({
  type: 'link',
  children: [],
  fields: { doc: { relationTo, value }, linkType: 'internal' },
})
const textOf = (...children: object[]) => ({ root: { type: 'root', children } })

describe('showLinks', () => {
  it('leads to published courses of the school, and to nothing else', async () => {
    const make = factories(payload())
    const tenant = (await make.tenant()).id
    const course = await make.course({ tenant })
    const foreign = await make.course({ tenant: (await make.tenant()).id })
    const text = textOf(
      link('courses', course.id),
      link('courses', foreign.id),
      link('users', course.id),
    )
    const shown = await asTenant(tenant, async () => showLinks({ req: await requestOf(), text }))
    const values = shown.root.children.map(
      (child) => (child as ReturnType<typeof link>).fields.doc.value,
    )

    expect(values).toEqual([expect.objectContaining({ slug: course.slug }), null, null])
  })

  it('asks nothing for a text that points nowhere', async () => {
    const tenant = (await factories(payload()).tenant()).id
    const text = textOf({ type: 'paragraph', children: [] })

    expect(
      await statements(payload(), () =>
        asTenant(tenant, async () => showLinks({ req: await requestOf(), text })),
      ),
    ).toBe(0)
  })
})

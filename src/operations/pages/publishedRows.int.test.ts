import { asTenant } from '@/database/scope'
import { publicAddresses } from '@/domain/pages/siteFiles'
import { factories } from '@/test/factories/index'
import { requestOf, testPayload } from '@/test/harness'

import { publishedRows } from './publishedRows'

const payload = testPayload()
const make = () => factories(payload())

const listed = (tenant: string) =>
  asTenant(tenant, async () => publicAddresses(await publishedRows(await requestOf())))

describe('the addresses of a sitemap', () => {
  it('are exactly those of what this school has published', async () => {
    const { id: tenant } = await make().tenant()
    const course = await make().course({ tenant })
    const page = await make().page({ tenant })
    await make().course({ _status: 'draft', tenant })
    await make().page({ _status: 'draft', tenant })
    await make().page({ slug: 'checkout', tenant })
    await make().page({ slug: 'home', tenant })
    await make().course()
    const trashed = await make().course({ tenant })
    await asTenant(tenant, () =>
      payload().update({
        id: trashed.id,
        collection: 'courses',
        data: { deletedAt: new Date().toISOString() },
        overrideAccess: true,
      }),
    )

    const paths = (await listed(tenant)).map(({ path }) => path)
    expect(paths.sort()).toEqual(
      [
        '/',
        '/about',
        '/accessibility',
        '/courses',
        `/courses/${course.slug}`,
        `/${page.slug}`,
      ].sort(),
    )
  })

  it('change with what they show: a course with its lessons', async () => {
    const { id: tenant } = await make().tenant()
    const course = await make().course({ tenant })
    const section = await make().section({ course: course.id, tenant })
    const lesson = await make().lesson({ section: section.id, tenant })
    const changedAt = (await listed(tenant)).find(({ path }) =>
      path.endsWith(course.slug),
    )?.changedAt

    expect(changedAt?.toISOString()).toBe(lesson.updatedAt)
  })

  it('leave a course out once it is unpublished, though it was seen before', async () => {
    const { id: tenant } = await make().tenant()
    const { id } = await make().course({ tenant })
    await asTenant(tenant, () =>
      payload().update({
        id,
        collection: 'courses',
        data: { _status: 'draft' },
        overrideAccess: true,
      }),
    )

    expect((await listed(tenant)).map(({ path }) => path)).toEqual([
      '/',
      '/courses',
      '/about',
      '/accessibility',
    ])
  })
})

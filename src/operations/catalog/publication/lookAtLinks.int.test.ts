import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

import { lookAt } from '@/adapters/web/lookAt'
import { asTenant } from '@/database/scope'
import { classrooms } from '@/test/factories/learning'
import { call, requestOf, testPayload } from '@/test/harness'
import { lookAtCourseLinks } from '@endpoints/catalog/publication'

import { lookAtLinks } from './lookAtLinks'

const payload = testPayload()

describe('the links of a course to other sites', () => {
  let site: Server
  let origin: string
  const asked: string[] = []

  beforeAll(async () => {
    site = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(request.url === '/here' ? 200 : request.url === '/shy' ? 403 : 404).end()
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  })
  afterAll(() => site.close())

  /** A course with two lessons that lead to these addresses of the site. */
  const leading = async (...paths: string[]) => {
    const make = classrooms(payload())
    const { course, section, tenant } = await make.classroom({ lessons: [] })
    const resources = paths.map((path) => ({
      blockType: 'link' as const,
      title: 'Further',
      url: `${origin}${path}`,
    }))
    const lessons = []
    for (const title of ['First', 'Second']) {
      lessons.push(
        await make.lesson({
          course,
          kind: 'text',
          resources,
          section,
          tenant,
          title,
        } as never),
      )
    }

    return { course, lessons, tenant }
  }

  it('are asked once each, and those at which nothing is are named with their field', async () => {
    asked.length = 0
    const { course, lessons, tenant } = await leading('/here', '/gone', '/shy')
    const found = await asTenant(tenant, async () =>
      lookAtLinks({
        course,
        look: (address) => lookAt(address, { mayAsk: () => true }),
        req: await requestOf(),
        tenant,
      }),
    )

    expect(found).toEqual({
      asked: 3,
      dead: lessons.map(({ id, title }) => ({
        address: `/admin/collections/lessons/${id}#field-resources`,
        check: 'links',
        detail: `${origin}/gone`,
        of: title,
        severity: 'must',
      })),
      unsure: [`${origin}/shy`],
    })
    expect(new Set(asked)).toEqual(new Set(['/here', '/gone', '/shy']))
    expect(asked.filter((path) => path === '/here')).toHaveLength(1)
  })

  it('are not asked where they lead into the network of the server', async () => {
    asked.length = 0
    const { course, tenant } = await leading('/here')
    const user = await classrooms(payload()).user({ roles: ['instructor'], tenant })
    const { body, status } = await call(lookAtCourseLinks, { params: { id: course }, tenant, user })

    expect({ body, status }).toEqual({
      body: { asked: 1, dead: [], unsure: [`${origin}/here`] },
      status: 200,
    })
    expect(asked).toEqual([])
  })
})

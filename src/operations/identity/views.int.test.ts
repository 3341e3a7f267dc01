import { sql } from '@payloadcms/db-postgres'

import { asRequest, asTenant } from '@/database/scope'
import { rows } from '@/database/transaction'
import { ENDPOINT_RULES } from '@/domain/identity/permissions/endpoints'
import { isRefusedInView } from '@/domain/identity/views'
import { newId } from '@/newId'
import { factories } from '@/test/factories'
import { requestOf, testPayload } from '@/test/harness'
import { callsAt } from '@/test/isolation/calls'
import { browserAt, schoolWith } from '@/test/signIn/visitor'

import { dropEndedViews } from './views'

const payload = testPayload()

/** A school with a learner, and a browser in which somebody of support is signed in. */
const school = async () => {
  const { id: learner, ...made } = await schoolWith(payload())
  const support = await made.add('Sue', ['support'])
  const browser = browserAt(made.host)
  await browser.signIn(support.email)
  const view = (id = learner) => browser.post(`people/${id}/view`)

  return { ...made, browser, learner, support, view }
}

type School = Awaited<ReturnType<typeof school>>

const logOf = ({ query }: Pick<School, 'query'>) =>
  query<{ actor: string; operation: string; roles: string[]; subject: string }>(
    `select operation, actor_id as actor, subject_id as subject, roles from audit_entries where tenant_id = $1 and operation like 'view.%' order by id`,
  )

const viewIn = async ({ browser }: Pick<School, 'browser'>) =>
  ((await browser.get('session')).body.user as null | { view: null | { until: string } })?.view

describe('a view of staff as a learner', () => {
  it('shows the school as the learner sees it, for an hour, and is told in the log with its end', async () => {
    const here = await school()
    const { browser, learner, support, view } = here
    expect(await view()).toMatchObject({ status: 200 })
    expect(await browser.who()).toBe('Mia')
    expect((await browser.get('account')).body).toMatchObject({ name: 'Mia' })
    const left = Date.parse((await viewIn(here))?.until ?? '') - Date.now()
    expect([left > 59 * 60_000, left <= 60 * 60_000]).toEqual([true, true])
    expect(await browser.post('view/end')).toMatchObject({ status: 200 })
    expect([await browser.who(), await viewIn(here)]).toEqual(['Sue', null])
    const both = { actor: support.id, roles: ['support'], subject: learner }
    expect(await logOf(here)).toEqual([
      { ...both, operation: 'view.begun' },
      { ...both, operation: 'view.ended' },
    ])
  })

  it('is for learners of the same school alone, and not for whoever works there', async () => {
    const { add, browser, support, view } = await school()
    const stranger = await schoolWith(payload())
    const others = [
      await add('Olga', ['owner']),
      await add('Ines', ['instructor']),
      await add('Both', ['student', 'moderator']),
    ]
    for (const { id } of others) {
      expect(await view(id)).toMatchObject({ body: { code: 'notALearner' }, status: 422 })
    }
    expect(await view(stranger.id)).toMatchObject({ status: 404 })
    expect(await view(support.id)).toMatchObject({ body: { code: 'yourself' }, status: 422 })
    expect(browser.jar.has('session_view')).toBe(false)
  })

  it('is begun by owners, administrators and support alone', async () => {
    const { add, host, learner } = await school()
    for (const [role, status] of [
      ['student', 403],
      ['instructor', 403],
      ['moderator', 403],
      ['admin', 200],
      ['owner', 200],
    ] as const) {
      const browser = browserAt(host)
      await browser.signIn((await add('Rob', [role])).email)
      expect([role, (await browser.post(`people/${learner}/view`)).status]).toEqual([role, status])
    }
  })

  it('is refused of an account that is shut', async () => {
    const { learner, query, view } = await school()
    await query(`update users set status = 'suspended' where tenant_id = $1 and id = $2`, learner)
    expect(await view()).toMatchObject({ body: { code: 'notActive' }, status: 422 })
  })

  it('changes nothing by any of our endpoints', async () => {
    const { browser, query, view } = await school()
    await view()
    const before = await query('select updated_at from users where tenant_id = $1 order by id')
    const wrong: string[] = []
    let asked = 0
    for (const name of Object.keys(ENDPOINT_RULES)) {
      const [method = '', path = ''] = name.split(' ')
      const filled = path.replaceAll(/:\w+/g, () => newId())
      if (isRefusedInView({ method, path: `/api${filled}` })) {
        asked += 1
        const { body, status } = await browser.send(method as 'POST', filled.slice(1), {})
        // What providers send is proved by its signature, and is nobody's act.
        if (body.code !== 'badSignature' && (status !== 403 || body.code !== 'viewOnly')) {
          wrong.push(`${name}: ${status} ${JSON.stringify(body)}`)
        }
      }
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(150)
    expect(await query('select updated_at from users where tenant_id = $1 order by id')).toEqual(
      before,
    )
  }, 120_000)

  it('changes nothing over REST and GraphQL, and reads by both', async () => {
    const { browser, host, learner, tenant, view } = await school()
    const { id: course } = await factories(payload()).course({ tenant })
    await view()
    const actor = {
      name: 'view',
      cookie: [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; '),
    }
    const api = callsAt(host)
    expect((await browser.get(`courses/${course}`)).status).toBe(200)
    const wrong: string[] = []
    for (const { slug } of payload().config.collections) {
      const answers = [
        await browser.post(slug),
        await browser.send('PATCH', `${slug}/${newId()}`, { name: 'x' }),
        await browser.send('DELETE', `${slug}/${newId()}`),
      ]
      // A collection without such an endpoint has nothing to refuse.
      wrong.push(
        ...answers.flatMap(({ status }) =>
          [403, 404].includes(status) ? [] : [`${slug} ${status}`],
        ),
      )
    }
    expect(wrong).toEqual([])
    const { text: read } = await api.graphql(actor, '{ meUser { user { name } } }')
    expect(read).toContain('Mia')
    const { text } = await api.graphql(
      actor,
      `mutation { updateUser(id: "${learner}", data: { name: "Eve" }) { name } }`,
    )
    expect(text).toContain('viewOnly')
    expect(await browser.who()).toBe('Mia')
  })

  it('cannot write at all: the database refuses it', async () => {
    const { learner, query, tenant } = await school()
    const write = asRequest(true, () =>
      asTenant(tenant, async () =>
        rows(await requestOf(), sql`update users set name = 'Eve' where id = ${learner}`),
      ),
    )
    await expect(write).rejects.toMatchObject({ cause: { code: '25006' } })
    const own = asTenant(tenant, async () =>
      rows(await requestOf(), sql`update users set name = 'Ada' where id = ${learner}`),
    )
    await expect(own).resolves.toBeDefined()
    expect(await query('select name from users where tenant_id = $1 and id = $2', learner)).toEqual(
      [{ name: 'Ada' }],
    )
  })

  it.each<[string, (here: School) => Promise<unknown>]>([
    [
      'its hour is over',
      ({ query }) =>
        query(`update auth_views set expires_at = now() - interval '1 s' where tenant_id = $1`),
    ],
    [
      'whoever began it signs out elsewhere',
      ({ query, support }) =>
        query('delete from auth_sessions where tenant_id = $1 and user_id = $2', support.id),
    ],
    [
      'whoever began it is shut out',
      ({ query, support }) =>
        query(`update users set status = 'banned' where tenant_id = $1 and id = $2`, support.id),
    ],
    [
      'whoever began it works in support no more',
      ({ query, support }) =>
        query(
          `update users_roles set value = 'moderator' where parent_id = $2 and $1::uuid is not null`,
          support.id,
        ),
    ],
    [
      'the learner begins to work in the school',
      ({ learner, query }) =>
        query(
          `update users_roles set value = 'admin' where parent_id = $2 and $1::uuid is not null`,
          learner,
        ),
    ],
    [
      'the learner is shut out',
      ({ learner, query }) =>
        query(`update users set status = 'suspended' where tenant_id = $1 and id = $2`, learner),
    ],
  ])('is over when %s', async (_, change) => {
    const here = await school()
    await here.view()
    expect(await here.browser.who()).toBe('Mia')
    await change(here)
    expect(await here.browser.who()).toBeNull()
  })

  it('leaves the log its end when its hour is over', async () => {
    const here = await school()
    await here.view()
    await here.query(
      `update auth_views set expires_at = now() - interval '1 s' where tenant_id = $1`,
    )
    await asTenant(here.tenant, async () => dropEndedViews(await requestOf()))
    expect((await logOf(here)).map(({ operation }) => operation)).toEqual([
      'view.begun',
      'view.ended',
    ])
  })

  it('takes the place of the one before, and of two at once one stays', async () => {
    const here = await school()
    await Promise.all([here.view(), here.view()])
    expect(await here.query('select 1 from auth_views where tenant_id = $1')).toHaveLength(1)
  })

  it('believes no cookie that was not made here, and lets nobody act by one', async () => {
    const { browser, learner, view } = await school()
    await view()
    const [token = ''] = (browser.jar.get('session_view') ?? '').split('.')
    browser.jar.set('session_view', `${token}.forged`)
    expect(await browser.who()).toBeNull()
    browser.jar.set('session_view', `${learner}`)
    expect(await browser.who()).toBeNull()
  })
})

import { sql } from '@payloadcms/db-postgres'

import type { Team } from '@/domain/catalog/team'

import { asTenant } from '@/database/scope'
import { row, rows } from '@/database/transaction'
import { requestOf, testPayload } from '@/test/harness'
import { settleOnly } from '@/test/settleOnly'
import { teamRoom } from '@/test/teamRoom'

const payload = testPayload()

const room = () => teamRoom(payload())

type Room = Awaited<ReturnType<typeof room>>

const mails = ({ tenant }: Room) =>
  asTenant(tenant, async () => {
    await settleOnly(payload(), 'mailOnTeamChanged')
    await settleOnly(payload(), 'sendQueuedEmail')

    return rows<{ kind: string; text: string; to: string }>(
      await requestOf(),
      sql`select kind, text, "to" from emails where kind like 'team%' order by created_at, id`,
    )
  })

const NEWCOMER = { name: 'Nina', password: 'a quiet password' }

describe('an invitation into the team of a course', () => {
  it('is read with its token alone, accepted by the account of its address, once however often', async () => {
    const here = await room()
    const email = here.emailOf('nina')
    await here.people('nina', ['student'])
    const { status, token } = await here.invite(email, 'editor', 2500)
    expect(status).toBe(201)
    const visitor = await here.as()
    expect(await visitor('GET', `team/invitations/${token}`)).toMatchObject({
      author: 'olga',
      email,
      hasAccount: true,
      isExpired: false,
      role: 'editor',
      share: 2500,
      state: 'invited',
    })
    expect((await visitor('GET', 'team/invitations/nothing')).status).toBe(404)
    const path = `team/invitations/${token}`
    expect(await visitor('POST', path, { answer: 'accepted' })).toMatchObject({
      code: 'signInFirst',
      status: 422,
    })
    const other = await here.as('ines')
    expect(await other('POST', path, { answer: 'accepted' })).toMatchObject({
      code: 'otherAccount',
      status: 409,
    })

    const nina = await here.as('nina')
    const answers = await Promise.all(
      [1, 2, 3].map(() => nina('POST', path, { answer: 'accepted' })),
    )
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200])
    expect(await nina('POST', path, { answer: 'accepted' })).toMatchObject({ state: 'accepted' })
    expect(await nina('POST', path, { answer: 'declined' })).toMatchObject({
      code: 'invitationClosed',
      status: 409,
    })
    expect(await here.team()).toMatchObject([{ email, share: 2500, state: 'accepted' }])
    const news = (await mails(here)).filter(({ kind }) => kind === 'teamNews')
    expect(news).toMatchObject([{ to: here.emailOf('olga') }])
    expect(news[0]?.text).toContain('nina has accepted')
  })

  it('makes the account of an address that has none, once, and proves the address', async () => {
    const here = await room()
    const email = here.emailOf('new')
    const { token } = await here.invite(email, 'assistant')
    const visitor = await here.as()
    const path = `team/invitations/${token}`
    expect(await visitor('GET', path)).toMatchObject({ hasAccount: false })
    expect(await visitor('POST', path, { answer: 'accepted' })).toMatchObject({
      code: 'accountNeeded',
      status: 422,
    })
    expect(
      await visitor('POST', path, {
        answer: 'accepted',
        newcomer: { ...NEWCOMER, password: 'short' },
      }),
    ).toMatchObject({ code: 'badInput', status: 400 })
    const said = await Promise.all(
      [1, 2].map(() => visitor('POST', path, { answer: 'accepted', newcomer: NEWCOMER })),
    )
    expect(said.map(({ status }) => status)).toEqual([200, 200])
    expect(said.map(({ isNew }) => isNew).sort()).toEqual([false, true])
    const account = await asTenant(here.tenant, async () =>
      row(
        await requestOf(),
        sql`select u.name, u.status, u.email_verified as proved, (select json_agg(r.value) from users_roles r where r.parent_id = u.id) as roles
            from users u where u.email = ${email}`,
      ),
    )
    expect(account).toEqual({ name: 'Nina', proved: true, roles: ['student'], status: 'active' })
  })

  it('ends with its days, with a new link, and with a removal', async () => {
    const here = await room()
    const email = here.emailOf('nina')
    await here.people('nina', ['student'])
    const { id, token } = await here.invite(email, 'viewer')
    await asTenant(here.tenant, async () =>
      rows(await requestOf(), sql`update course_team set expires_at = now()`),
    )
    const nina = await here.as('nina')
    const accept = (with_: string) =>
      nina('POST', `team/invitations/${with_}`, { answer: 'accepted' })
    expect(await accept(token)).toMatchObject({ code: 'invitationExpired', status: 422 })

    expect((await here.owner('POST', `team/${id}/resend`, {})).status).toBe(200)
    const renewed = await here.tokenFor(email)
    expect((await accept(token)).status).toBe(404)
    expect((await here.owner('POST', `team/${id}/remove`, { reason: 'A mistake' })).status).toBe(
      200,
    )
    expect((await accept(renewed)).status).toBe(404)
    expect((await here.owner('POST', `team/${id}/resend`, {})).status).toBe(404)

    const again = await here.invite(email, 'viewer')
    expect(await accept(again.token)).toMatchObject({ state: 'accepted', status: 200 })
    expect(
      await here.owner('POST', `courses/${here.course}/team`, { email, role: 'lead', share: 0 }),
    ).toMatchObject({
      code: 'alreadyInTeam',
      status: 409,
    })
  })

  it('is declined without an account, and whoever invited is told', async () => {
    const here = await room()
    const { token } = await here.invite('somebody@elsewhere.test', 'lead', 10_000)
    const visitor = await here.as()
    expect(
      await visitor('POST', `team/invitations/${token}`, { answer: 'declined' }),
    ).toMatchObject({
      state: 'declined',
      status: 200,
    })
    const news = (await mails(here)).filter(({ kind }) => kind === 'teamNews')
    expect(news[0]?.text).toContain('somebody@elsewhere.test has declined')
    expect((await here.invite('another@elsewhere.test', 'lead', 10_000)).status).toBe(201)
  })
})

describe('the shares of a course', () => {
  it('are never more than all of it together, whoever is invited at once', async () => {
    const here = await room()
    const said = await Promise.all(
      [1, 2, 3, 4].map((nth) => here.invite(here.emailOf(`guest${nth}`), 'editor', 4000)),
    )
    expect(said.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422])
    expect(said.find(({ status }) => status === 422)).toMatchObject({
      code: 'sharesExceeded',
      most: 2000,
    })
    const members = await here.team()
    const [one, other] = members.map(({ id }) => id)
    const changed = await Promise.all([
      here.owner('PATCH', `team/${one}`, { role: 'editor', share: 6000 }),
      here.owner('PATCH', `team/${other}`, { role: 'editor', share: 6000 }),
    ])
    expect(changed.map(({ status }) => status).sort()).toEqual([200, 422])
    expect((await here.team()).reduce((sum, { share }) => sum + share, 0)).toBe(10_000)
  })

  it('are read by managers and each member’s own alone', async () => {
    const here = await room()
    const editor = await here.join('ed', 'editor')
    await here.invite(here.emailOf('guest'), 'viewer', 1500)
    await here.owner('PATCH', `team/${editor.id}`, { role: 'editor', share: 3000 })
    const seen = (await here.owner('GET', `courses/${here.course}/team`)) as unknown as Team
    expect([seen.left, seen.mayManage, seen.members.length]).toEqual([5500, true, 2])
    const own = (await editor.call('GET', `courses/${here.course}/team`)) as unknown as Team
    expect(own).toMatchObject({
      left: null,
      mayManage: false,
      members: [{ isOwn: true, share: 3000 }],
    })
    const viewer = await here.join('vi', 'viewer')
    const others = (await viewer.call('GET', `courses/${here.course}/team`)) as unknown as Team
    expect(others.members.map(({ name, email, share }) => [name, email, share])).toEqual([
      ['ed', null, null],
      ['vi', here.emailOf('vi'), 0],
    ])
    await here.people('stranger', ['student'])
    const stranger = await here.as('stranger')
    expect((await stranger('GET', `courses/${here.course}/team`)).status).toBe(403)
  })
})

describe('somebody in a team', () => {
  it('leaves with a reason, and is taken out by managers alone', async () => {
    const here = await room()
    const [editor, viewer] = [await here.join('ed', 'editor'), await here.join('vi', 'viewer')]
    const leave = (who: typeof editor, id: string) =>
      who.call('POST', `team/${id}/remove`, { reason: 'No time' })
    expect((await leave(editor, viewer.id)).status).toBe(404)
    expect((await leave(editor, editor.id)).status).toBe(200)
    expect((await leave(editor, editor.id)).status).toBe(404)
    expect(
      (await here.owner('POST', `team/${viewer.id}/remove`, { reason: 'It has ended' })).status,
    ).toBe(200)
    const news = (await mails(here)).filter(
      ({ kind, text }) => kind === 'teamNews' && !text.includes('accepted'),
    )
    const textTo = (name: string) => news.find(({ to }) => to === here.emailOf(name))?.text
    expect(news).toHaveLength(2)
    expect(textTo('olga')).toContain('No time')
    expect(textTo('vi')).toContain('It has ended')
    expect(
      (await editor.call('PATCH', `lessons/${here.first}?draft=true`, { title: 'b' })).status,
    ).toBe(403)
  })

  it('is named on the page of the course where they write it', async () => {
    const here = await room()
    await here.join('ed', 'editor')
    await here.join('vi', 'viewer')
    const { courseTeachers } = await import('@/operations/pages/instructorPage')
    const teachers = await asTenant(here.tenant, async () =>
      courseTeachers({ course: here.course, req: await requestOf() }),
    )
    expect(teachers.map(({ name }) => name)).toContain('ed')
    expect(teachers.map(({ name }) => name)).not.toContain('vi')
  })
})

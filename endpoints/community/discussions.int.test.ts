import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import type { Endpoint } from 'payload'

import { changeOfEnrollments } from '@endpoints/learning/enrollmentChanges'

import { asTenant } from '@/database/scope'
import { LONGEST_BODY } from '@/domain/community/posts'
import { forgetAuthor } from '@/operations/community/forgetAuthor'
import { personalData } from '@/operations/identity/personalData'
import { drips } from '@/test/factories/drips'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import { deleteComment, editComment, moderateComment } from './comments'
import { discussion, discussionsOfCourse, markRead, writePost } from './discussions'
import { deletePost, editPost, followPost, moderatePost, thread, writeComment } from './posts'

const payload = testPayload()
const make = () => drips(payload())

type Person = { id: string }
type Said = Record<string, unknown>

/** A cohort with two learners, somebody of another cohort, and staff; and what they say to the endpoints. */
const talk = async (given: object = {}) => {
  const room = await make().classroom({ lessons: [{ kind: 'text' }] })
  const { course, tenant } = room
  const cohort = await make().cohort({ course, tenant, ...given })
  const other = await make().cohort({ course, tenant })
  const join = async (into: string, learner?: Person) => {
    const person: Person = learner ?? (await make().user({ tenant }))
    if (!learner) {
      await make().enrolled({ course, learner: person.id, tenant })
    }
    await make().inCohort(room, person.id, into)

    return person
  }
  const ada = await join(cohort, room.learner)
  const [ben, eve] = [await join(cohort), await join(other)]
  const owner = await make().user({ roles: ['owner'], tenant })
  const moderator = await make().user({ roles: ['moderator'], tenant })
  const ask = async (
    endpoint: Endpoint,
    user: Person | undefined,
    {
      id = cohort,
      data,
      query,
    }: { data?: unknown; id?: string; query?: Record<string, string> } = {},
  ) => {
    const { body, headers, status } = await call(endpoint, {
      data,
      params: { id },
      query,
      tenant,
      user,
    })

    return { headers, status, ...(body as Said) } as Said & { headers: Headers; status: number }
  }
  const post = async (user: Person, body = 'Hello', more: object = {}) =>
    ask(writePost, user, { data: { body, key: crypto.randomUUID(), ...more } })
  const reply = async (user: Person, id: string, body = 'Indeed', more: object = {}) =>
    ask(writeComment, user, { id, data: { body, key: crypto.randomUUID(), ...more } })
  const list = async (user?: Person, query?: Record<string, string>) =>
    ask(discussion, user, { query })
  const read = async (user: Person, id: string) => ask(thread, user, { id })
  const moderate = async (user: Person, id: string, action: string, reason = '') =>
    ask(moderatePost, user, { id, data: { action, reason } })
  const query = <Row = Said>(statement: ReturnType<typeof sql>) =>
    make().query<Row>({ tenant }, statement)
  /** As if all that was written had been written long ago. */
  const later = async () => {
    await query(
      sql`update posts set created_at = created_at - interval '1 hour', last_activity_at = last_activity_at - interval '1 hour'`,
    )
    await query(sql`update comments set created_at = created_at - interval '1 hour'`)
  }

  return {
    ada,
    ask,
    ben,
    cohort,
    course,
    eve,
    later,
    list,
    moderate,
    moderator,
    other,
    owner,
    post,
    query,
    read,
    reply,
    room,
    tenant,
  }
}

const bodies = ({ posts }: Said) => (posts as { body: string }[]).map(({ body }) => body)
const comments = ({ comments: all }: Said) => all as Said[]

describe('a cohort’s discussion', () => {
  it('is read and written by its learners and by staff, and is nothing to anybody else', async () => {
    const { ada, ask, ben, eve, list, moderator, owner, post, read, reply, tenant } = await talk()
    const made = await post(ada, 'Hello', { title: 'Me' })
    expect(made.status).toBe(201)
    const id = String(made.id)
    expect((await reply(ben, id)).status).toBe(201)
    expect((await reply(moderator, id)).status).toBe(201)

    const shown = await list(ben)
    expect(shown).toMatchObject({ closed: null, mayModerate: false, mayWrite: true, status: 200 })
    expect(shown.posts).toMatchObject([
      { body: 'Hello', isOwn: false, mayEdit: false, replies: 2, title: 'Me' },
    ])
    expect(await read(ada, id)).toMatchObject({
      comments: [{ isOwn: false }, { author: { isTeam: true } }],
      isFollowing: true,
      post: { isOwn: true, mayDelete: true, mayEdit: true },
    })
    expect(await list(owner)).toMatchObject({ mayModerate: true, status: 200 })

    const stranger = await make().user({ tenant })
    for (const user of [eve, stranger]) {
      expect((await list(user)).status).toBe(404)
      expect((await read(user, id)).status).toBe(404)
      expect((await post(user)).status).toBe(404)
      expect((await reply(user, id)).status).toBe(404)
      expect((await ask(followPost, user, { id, data: { isFollowing: true } })).status).toBe(404)
      expect((await ask(deletePost, user, { id })).status).toBe(404)
    }
    expect((await list()).status).toBe(401)
  })

  it('closes at once to whom a place in the cohort no longer opens the course', async () => {
    const { ada, ben, course, list, owner, post, query, tenant } = await talk()
    await post(ada)
    const [enrollment] = await query<{ id: string }>(
      sql`select id from enrollments where learner_id = ${ben.id}`,
    )
    const act = async (action: string) =>
      call(changeOfEnrollments, {
        data: { action, enrollments: [enrollment?.id], notify: false, reason: 'Asked' },
        tenant,
        user: owner,
      })
    expect((await list(ben)).status).toBe(200)
    expect((await act('pause')).status).toBe(200)
    expect((await list(ben)).status).toBe(404)
    expect((await act('resume')).status).toBe(200)
    expect((await list(ben)).status).toBe(200)
    await query(
      sql`update enrollments set access_until = now() - interval '1 second' where learner_id = ${ben.id}`,
    )
    expect((await list(ben)).status).toBe(404)
    await query(sql`update enrollments set access_until = null where course_id = ${course}`)
    expect((await act('remove')).status).toBe(200)
    expect((await list(ben)).status).toBe(404)
  })

  it('moves with whoever moves to another cohort, and keeps what they wrote under their name', async () => {
    const { ada, ask, ben, list, other, post, room } = await talk()
    await post(ada, 'From Ada')
    await make().inCohort(room, ada.id, other)
    expect((await list(ada)).status).toBe(404)
    expect((await ask(discussion, ada, { id: other })).status).toBe(200)
    expect((await list(ben)).posts).toMatchObject([{ author: { id: ada.id }, body: 'From Ada' }])
  })

  it('waits for the start of its cohort', async () => {
    const { ada, list, owner } = await talk({ startsAt: '2090-01-01T00:00:00.000Z' })
    expect((await list(ada)).status).toBe(404)
    expect((await list(owner)).status).toBe(200)
  })

  it('is switched off, and ends with its cohort, as the school chooses', async () => {
    const here = await talk({ endsAt: '2021-01-01T00:00:00.000Z' })
    const { ada, cohort, list, owner, post, tenant } = here
    const id = String((await post(ada)).id)
    const set = (data: object) =>
      asTenant(tenant, () =>
        payload().update({ id: cohort, collection: 'cohorts', data, overrideAccess: true }),
      )
    await set({ discussionAtEnd: 'readOnly' })
    expect(await list(ada)).toMatchObject({ closed: 'ended', mayWrite: false, status: 200 })
    expect(await post(ada)).toMatchObject({ code: 'discussionClosed', status: 409 })
    expect(await here.reply(owner, id)).toMatchObject({ code: 'discussionClosed', status: 409 })
    await set({ discussionAtEnd: 'closed' })
    expect((await list(ada)).status).toBe(404)
    expect(await list(owner)).toMatchObject({ closed: 'ended', status: 200 })
    await set({ discussionAtEnd: 'open', hasDiscussion: false })
    expect((await list(ada)).status).toBe(404)
    expect(await list(owner)).toMatchObject({ closed: 'off', status: 200 })
  })

  it('keeps its cohort from being deleted once somebody wrote in it', async () => {
    const { ada, cohort, other, post, room, tenant } = await talk()
    await post(ada)
    await make().query(room, sql`update enrollments set cohort_id = null`)
    const remove = (id: string) =>
      asTenant(tenant, () => payload().delete({ id, collection: 'cohorts', overrideAccess: true }))
    await expect(remove(cohort)).rejects.toMatchObject({ status: 409 })
    await expect(remove(other)).resolves.toBeDefined()
  })
})

describe('a list of posts', () => {
  it('has pinned ones first, then those in which something happened last, page by page', async () => {
    const { ada, ben, later, list, moderate, owner, post, query, reply } = await talk()
    const ids: string[] = []
    for (let at = 0; at < 23; at += 1) {
      ids.push(String((await post(ada, `Post ${at}`)).id))
      await later()
    }
    expect((await reply(ben, ids[2] ?? '')).status).toBe(201)
    expect((await moderate(owner, ids[1] ?? '', 'pin')).status).toBe(200)
    const first = await list(ben)
    const second = await list(ben, { after: String(first.next) })
    const shown = [...bodies(first), ...bodies(second)]

    expect(bodies(first)).toHaveLength(20)
    expect(second.next).toBeNull()
    expect(shown.slice(0, 4)).toEqual(['Post 1', 'Post 2', 'Post 22', 'Post 21'])
    expect([...shown].sort()).toEqual(ids.map((_, at) => `Post ${at}`).sort())
    expect((await list(ben, { after: 'x' })).status).toBe(400)
    expect(await query(sql`select 1 from spaces`)).toHaveLength(1)
  })

  it('costs a page no more statements, however many posts there are', async () => {
    const { ada, ask, ben, course, list, moderator, post, reply } = await talk()
    const id = String((await post(ada)).id)
    const cost = () => statements(payload(), () => list(ben))
    const one = await cost()
    for (let at = 0; at < 5; at += 1) {
      await post(ada, `Post ${at}`)
      await reply(moderator, id)
    }
    expect(await cost()).toBe(one)
    expect(one).toBeLessThanOrEqual(2)
    expect(await statements(payload(), () => ask(discussionsOfCourse, ben, { id: course }))).toBe(1)
  })

  it('says what is new to each reader, until they have read it', async () => {
    const { ada, ask, ben, course, later, list, post, reply } = await talk()
    const fresh = async (user: Person) =>
      (
        (await ask(discussionsOfCourse, user, { id: course })).discussions as { fresh: number }[]
      ).map((one) => one.fresh)
    const id = String((await post(ada)).id)
    expect([await fresh(ada), await fresh(ben)]).toEqual([[0], [1]])
    const { now } = await list(ben)
    expect((await ask(markRead, ben, { data: { until: now } })).status).toBe(200)
    expect(await fresh(ben)).toEqual([0])
    expect((await list(ben)).posts).toMatchObject([{ isFresh: false }])
    await reply(ada, id)
    expect(await fresh(ben)).toEqual([1])
    expect((await list(ben)).posts).toMatchObject([{ isFresh: true }])
    await ask(markRead, ben, { data: { until: '2090-01-01T00:00:00.000Z' } })
    await ask(markRead, ben, { data: { until: '2020-01-01T00:00:00.000Z' } })
    expect(await fresh(ben)).toEqual([0])
    await later()
    await post(ada)
    expect(await fresh(ben)).toEqual([1])
  })

  it('of a course is its learner’s own, and all of them for staff', async () => {
    const { ada, ask, cohort, course, eve, moderator, other } = await talk()
    const of = async (user: Person) =>
      (
        (await ask(discussionsOfCourse, user, { id: course })).discussions as { cohort: string }[]
      ).map((one) => one.cohort)
    expect(await of(ada)).toEqual([cohort])
    expect(await of(eve)).toEqual([other])
    expect((await of(moderator)).sort()).toEqual([cohort, other].sort())
  })
})

describe('what somebody wrote', () => {
  it('is one post and one reply, however often and at once they are sent', async () => {
    const { ada, post, query, reply } = await talk()
    const same = { key: crypto.randomUUID() }
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(ada, 'Once', same)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    const id = String(answers[0]?.id)
    const replies = await Promise.all(Array.from({ length: 5 }, () => reply(ada, id, 'Once', same)))
    expect(replies.map(({ status }) => status)).toEqual(Array(5).fill(201))
    expect(new Set(replies.map((one) => one.id)).size).toBe(1)
    expect(await query(sql`select 1 from posts union all select 1 from comments`)).toHaveLength(2)
  })

  it('makes one space, though two write the first posts at once', async () => {
    const { ada, ben, eve, post, query } = await talk()
    const answers = await Promise.all([post(ada), post(ben), post(ada), post(eve)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 404])
    expect(await query(sql`select 1 from spaces`)).toHaveLength(1)
    expect(await query(sql`select 1 from posts`)).toHaveLength(3)
  })

  it('is held back beyond ten texts in a minute, however many come at once', async () => {
    const { ada, ben, later, post } = await talk()
    const answers = await Promise.all(Array.from({ length: 14 }, () => post(ada)))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array<number>(10).fill(201), ...Array<number>(4).fill(429)])
    const held = answers.find(({ status }) => status === 429)
    expect(Number(held?.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await post(ben)).status).toBe(201)
    await later()
    expect((await post(ada)).status).toBe(201)
  })

  it('has words, and not too many', async () => {
    const { ada, moderate, owner, post, reply } = await talk()
    expect(await post(ada, ' \n ')).toMatchObject({
      code: 'textMissing',
      field: 'body',
      status: 422,
    })
    expect(await post(ada, 'x'.repeat(LONGEST_BODY + 1))).toMatchObject({
      code: 'textTooLong',
      field: 'body',
      most: LONGEST_BODY,
      status: 422,
    })
    expect(await post(ada, 'x', { title: 'x'.repeat(200) })).toMatchObject({
      field: 'title',
      status: 422,
    })
    expect((await post(ada, 'x', { key: 'none' })).status).toBe(400)
    const id = String((await post(ada)).id)
    expect(await reply(ada, id, '')).toMatchObject({ code: 'textMissing', status: 422 })
    expect(await moderate(owner, id, 'remove')).toMatchObject({ field: 'reason', status: 422 })
  })

  it('is changed by its writer alone, and marked', async () => {
    const { ada, ask, ben, moderator, post, read, reply } = await talk()
    const id = String((await post(ada, 'Frist', { title: 'One' })).id)
    const answer = String((await reply(ben, id)).id)
    const edit = (user: Person, body: string) =>
      ask(editPost, user, { id, data: { body, title: 'One' } })
    expect((await edit(ada, 'Frist')).status).toBe(200)
    expect((await read(ben, id)).post).toMatchObject({ editedAt: null })
    expect((await edit(ada, 'First')).status).toBe(200)
    expect((await read(ben, id)).post).toMatchObject({
      body: 'First',
      editedAt: expect.any(String),
      title: 'One',
    })
    expect((await edit(ben, 'Mine')).status).toBe(403)
    expect((await edit(moderator, 'Mine')).status).toBe(403)
    const change = (user: Person) =>
      ask(editComment, user, { id: answer, data: { body: 'Better' } })
    expect([(await change(ada)).status, (await change(ben)).status]).toEqual([403, 200])
    expect(comments(await read(ada, id))).toMatchObject([{ body: 'Better' }])
  })

  it('is taken away by its writer, and leaves a mark where replies hang on it', async () => {
    const { ada, ask, ben, list, moderator, post, query, read, reply } = await talk()
    const [alone, answered] = [
      String((await post(ada, 'Alone')).id),
      String((await post(ada, 'Answered')).id),
    ]
    const answer = String((await reply(ben, answered, 'Yes')).id)
    expect((await ask(deletePost, ben, { id: alone })).status).toBe(403)
    for (const id of [alone, answered, answered]) {
      expect((await ask(deletePost, ada, { id })).status).toBe(200)
    }
    for (const user of [ada, ben, moderator]) {
      expect((await list(user)).posts).toMatchObject([
        { id: answered, body: '', mayEdit: false, removedBy: 'author', replies: 1, title: null },
      ])
      expect((await read(user, alone)).status).toBe(404)
    }
    expect(comments(await read(ada, answered))).toMatchObject([{ body: 'Yes' }])
    expect(await reply(ben, answered)).toMatchObject({ code: 'postRemoved', status: 409 })
    expect(await query(sql`select distinct body, title from posts`)).toEqual([
      { body: '', title: null },
    ])
    expect((await ask(deleteComment, ben, { id: answer })).status).toBe(200)
    expect((await list(ben)).posts).toEqual([])
  })

  it('is either answered before it is taken away, or not at all', async () => {
    const { ada, ask, ben, post, query, reply } = await talk()
    for (let round = 0; round < 4; round += 1) {
      const id = String((await post(ada)).id)
      const [gone, answer] = await Promise.all([ask(deletePost, ada, { id }), reply(ben, id)])
      expect(gone.status).toBe(200)
      const kept = await query(sql`select 1 from comments where post_id = ${id}`)
      expect([answer.status, kept.length]).toEqual(answer.status === 201 ? [201, 1] : [409, 0])
    }
  })
})

describe('whoever keeps order', () => {
  it('pins, locks, removes with a reason and restores; what stands so already stays', async () => {
    const { ada, ask, ben, list, moderate, moderator, owner, post, query, read, reply } =
      await talk()
    const id = String((await post(ada, 'Words', { title: 'Title' })).id)
    const pins = await Promise.all([moderate(owner, id, 'pin'), moderate(moderator, id, 'pin')])
    expect(pins.map(({ status }) => status)).toEqual([200, 200])
    expect(await query(sql`select 1 from events where fact = 'post.moderated'`)).toHaveLength(1)
    expect((await moderate(ada, id, 'pin')).status).toBe(403)

    await moderate(moderator, id, 'lock')
    expect(await reply(ben, id)).toMatchObject({ code: 'postLocked', status: 409 })
    expect(await ask(editPost, ada, { id, data: { body: 'Other' } })).toMatchObject({ status: 409 })
    await moderate(moderator, id, 'unlock')
    expect((await reply(ben, id, 'Rude')).status).toBe(201)

    await moderate(moderator, id, 'remove', 'Off the subject')
    expect((await list(ben)).posts).toMatchObject([
      { body: '', reason: null, removedBy: 'staff', title: null },
    ])
    for (const user of [ada, owner]) {
      expect((await list(user)).posts).toMatchObject([
        { body: 'Words', reason: 'Off the subject', title: 'Title' },
      ])
    }
    await moderate(owner, id, 'restore')
    expect((await list(ben)).posts).toMatchObject([{ body: 'Words', removedBy: null }])

    const [rude] = comments(await read(owner, id))
    const answer = String(rude?.id)
    const judge = (user: Person, action: string) =>
      ask(moderateComment, user, { id: answer, data: { action, reason: 'Rude' } })
    expect((await judge(ada, 'remove')).status).toBe(403)
    expect((await judge(moderator, 'remove')).status).toBe(200)
    expect(comments(await read(ada, id))).toMatchObject([
      { body: '', reason: null, removedBy: 'staff' },
    ])
    expect(comments(await read(ben, id))).toMatchObject([{ body: 'Rude', reason: 'Rude' }])
    expect((await judge(moderator, 'restore')).status).toBe(200)
    expect(comments(await read(ada, id))).toMatchObject([{ body: 'Rude' }])
  })

  it('is the team of the course by its roles, and no instructor of other courses', async () => {
    const { ada, course, list, moderate, post, query, reply, tenant } = await talk()
    const id = String((await post(ada)).id)
    const teacher = async (role: string) => {
      const { id: account } = await make().user({ tenant })
      await query(
        sql`insert into course_team (id, tenant_id, course_id, account_id, email, role, share, state, expires_at)
            values (uuidv7(), ${tenant}, ${course}, ${account}, ${`${account}@example.com`}, ${role}, 0, 'accepted', now())`,
      )

      return { id: account, roles: [], teaches: true }
    }
    const [assistant, viewer] = [await teacher('assistant'), await teacher('viewer')]
    const elsewhere = await make().user({ roles: ['instructor'], tenant })
    expect(await list(assistant)).toMatchObject({ mayModerate: true, mayWrite: true, status: 200 })
    expect(await list(viewer)).toMatchObject({ mayModerate: false, mayWrite: false, status: 200 })
    expect((await list(elsewhere)).status).toBe(404)
    expect((await moderate(assistant, id, 'lock')).status).toBe(200)
    expect((await moderate(assistant, id, 'unlock')).status).toBe(200)
    expect((await moderate(viewer, id, 'pin')).status).toBe(403)
    expect((await reply(viewer, id)).status).toBe(403)
    expect((await reply(assistant, id)).status).toBe(201)
  })

  it('is nobody of another school', async () => {
    const [here, there] = [await talk(), await talk()]
    const id = String((await here.post(here.ada)).id)
    expect((await there.read(there.owner, id)).status).toBe(404)
    expect((await there.moderate(there.owner, id, 'pin')).status).toBe(404)
    expect((await there.ask(discussion, there.owner, { id: here.cohort })).status).toBe(404)
  })

  it('does not bring back what its writer took away', async () => {
    const { ada, ask, list, moderate, owner, post } = await talk()
    const id = String((await post(ada)).id)
    await ask(deletePost, ada, { id })
    await moderate(owner, id, 'restore')
    await moderate(owner, id, 'remove', 'Why')
    expect((await list(owner)).posts).toEqual([])
  })
})

describe('a reply', () => {
  const mails = ({ query }: Awaited<ReturnType<typeof talk>>) =>
    query<{ data: { url: string }; to: string }>(
      sql`select "to", data from emails where kind = 'commentWritten' order by "to"`,
    )
  const emailOf = async ({ query }: Awaited<ReturnType<typeof talk>>, { id }: Person) =>
    (await query<{ email: string }>(sql`select email from users where id = ${id}`))[0]?.email

  it('is told once to those who wrote or answered the post, unless they do without', async () => {
    const here = await talk()
    const { ada, ask, ben, moderator, post, query, reply } = here
    const id = String((await post(ada)).id)
    await settle()
    expect(await mails(here)).toEqual([])
    await reply(ben, id)
    await settle()
    expect((await mails(here)).map(({ to }) => to)).toEqual([await emailOf(here, ada)])
    await reply(moderator, id)
    await settle()
    expect(await mails(here)).toHaveLength(3)

    await ask(followPost, ada, { id, data: { isFollowing: false } })
    await query(
      sql`insert into notification_choices (id, tenant_id, user_id, event, channel, is_on) select uuidv7(), tenant_id, id, 'discussions', 'email', false from users where id = ${ben.id}`,
    )
    await reply(moderator, id)
    await settle()
    expect(await mails(here)).toHaveLength(3)
    await reply(ada, id)
    await settle()
    expect(
      (await mails(here)).filter(({ data }) => data.url.endsWith(`/discussion/${id}`)),
    ).toHaveLength(4)
  })

  it('is not told to whom the discussion is closed by now, nor when it was removed meanwhile', async () => {
    const here = await talk()
    const { ada, ask, ben, post, query, reply } = here
    const id = String((await post(ada)).id)
    await query(sql`update enrollments set status = 'paused' where learner_id = ${ada.id}`)
    await reply(ben, id)
    await settle()
    await query(sql`update enrollments set status = 'active' where learner_id = ${ada.id}`)
    const gone = String((await reply(ben, id)).id)
    await ask(deleteComment, ben, { id: gone })
    await settle()
    expect(await mails(here)).toEqual([])
  })
})

describe('an account', () => {
  it('takes its words along when it is erased, and leaves those of others', async () => {
    const { ada, ben, list, post, query, read, reply, tenant } = await talk()
    const [alone, answered] = [
      String((await post(ada, 'Alone')).id),
      String((await post(ada, 'Answered')).id),
    ]
    await reply(ben, answered, 'Kept')
    await reply(ada, answered, 'Gone')
    const forget = () =>
      asTenant(tenant, async () => forgetAuthor({ account: ada.id, req: await requestOf() }))
    await forget()
    await forget()
    expect((await read(ben, alone)).status).toBe(404)
    expect((await list(ben)).posts).toMatchObject([{ author: null, body: '', title: null }])
    expect(comments(await read(ben, answered))).toMatchObject([{ body: 'Kept' }])
    expect(
      await query(
        sql`select 1 from post_follows where member_id = ${ada.id} union all select 1 from space_members where member_id = ${ada.id}`,
      ),
    ).toEqual([])
  })

  it('is told what it wrote', async () => {
    const { ada, post, reply, tenant } = await talk()
    const id = String((await post(ada, 'Mine', { title: 'T' })).id)
    await reply(ada, id, 'More')
    const data = await asTenant(tenant, async () =>
      personalData({ account: ada.id, req: await requestOf() }),
    )
    expect(data).toMatchObject({
      discussionPosts: [{ body: 'Mine', title: 'T' }],
      discussionReplies: [{ body: 'More' }],
    })
  })
})

import { describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'

import { changeOfCurriculum } from '@endpoints/catalog/curriculum'
import { handInWork } from '@endpoints/learning/assignments'
import { edition, pin } from '@endpoints/learning/editions'
import { lessonMedia } from '@endpoints/learning/media'
import { completed } from '@endpoints/learning/progress'
import { decideOnSubmission } from '@endpoints/learning/submissionReviews'

import { asTenant } from '@/database/scope'
import { inTransaction } from '@/database/transaction'
import { factories } from '@/test/factories'
import { pinnedRoom, textOf } from '@/test/factories/editions'
import { examRoom } from '@/test/factories/exams'
import { pdfOf, uploaded } from '@/test/factories/files'
import { inRussian } from '@/test/factories/wholeCourse'
import { call, requestOf, settle, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

import { askerOf } from '../asker'
import { startAttempt } from '../attempts/start'
import { readDashboard } from '../dashboard'
import { readLesson } from '../lessonView'
import { workOf } from '../roster/work'
import { reading } from '../../translation/reading'
import { pinStartedCohorts } from './atStart'
import { pinCohort } from './pin'

const payload = testPayload()

type Room = Awaited<ReturnType<typeof pinnedRoom>>

const done = (room: Room, person: { id: string }, lesson: string) =>
  call(completed, { data: { lesson }, tenant: room.tenant, user: person })

const percentOf = async (room: Room, person: { id: string }) => {
  const [found] = await asTenant(room.tenant, async () =>
    readDashboard({ learner: person.id, req: await requestOf() }),
  )

  return {
    isCompleted: found?.completedAt !== null,
    next: found?.next?.title,
    percent: found?.percent,
  }
}

/** Everything at once: a lesson changed, one moved to the front, one removed, one unpublished, a section renamed, a lesson added. */
const rewrite = async (room: Room): Promise<string> => {
  const { lessons, sections, tenant } = room
  const [one = '', two = '', three = '', four = ''] = lessons
  const [first = '', second = ''] = sections
  await room.change('lessons', one, { body: textOf('One, anew'), title: 'One anew' })
  await room.change('lessons', two, { deletedAt: new Date().toISOString() })
  await room.change('lessons', three, { _status: 'draft' })
  await room.change('lessons', four, { section: first })
  await room.change('sections', second, { title: 'Renamed' })
  const added = await room.lessonIn({
    completion: { rule: 'manual' },
    course: room.course,
    kind: 'text',
    section: second,
    tenant,
    title: 'Five',
  })
  await settle()

  return added
}

describe('a course that is changed while three people learn it', () => {
  it('stays as it was for who is pinned, and changes for who follows it', async () => {
    const room = await pinnedRoom(payload())
    const { ada, ben, cyd, lessons } = room
    const [one = '', two = '', three = ''] = lessons
    const before = await room.outline(ada)
    await room.pin(room.pinned)
    const added = await rewrite(room)

    expect(await room.outline(ada)).toEqual(before)
    for (const person of [ben, cyd]) {
      expect((await room.outline(person)).map((section) => section.lessons)).toEqual([
        ['One anew', 'Four'],
        ['Five'],
      ])
    }
    expect(await room.view(ada, one)).toMatchObject({
      lesson: { title: 'One' },
      lock: null,
      next: { id: two },
    })
    expect((await room.view(ada, one))?.lesson.body).toEqual(textOf('One, as it was'))
    expect(await room.view(ada, two)).toMatchObject({ lesson: { title: 'Two' }, lock: null })
    expect(await room.view(ada, three)).toMatchObject({ lesson: { title: 'Three' }, lock: null })
    expect(await room.view(ada, added)).toBeNull()
    expect(await room.view(ben, one)).toMatchObject({ lesson: { title: 'One anew' } })
    expect(await room.view(ben, two)).toBeNull()
    expect(await room.view(cyd, added)).toMatchObject({ lesson: { title: 'Five' } })
  })

  it('is completed by the lessons that each of them has', async () => {
    const room = await pinnedRoom(payload())
    const { ada, ben, lessons } = room
    const [one = '', two = '', three = '', four = ''] = lessons
    await room.pin(room.pinned)
    const added = await rewrite(room)
    for (const lesson of [one, two, three]) {
      expect((await done(room, ada, lesson)).status).toBe(200)
    }
    expect((await done(room, ada, added)).status).toBe(404)
    await settle()

    expect(await percentOf(room, ada)).toEqual({ isCompleted: false, next: 'Four', percent: 75 })
    expect((await done(room, ada, four)).body).toEqual({ completed: true, percent: 100 })
    await done(room, ben, one)
    await settle()
    expect(await percentOf(room, ada)).toEqual({ isCompleted: true, next: undefined, percent: 100 })
    expect(await percentOf(room, ben)).toEqual({ isCompleted: false, next: 'Four', percent: 33 })
    const certified = await room.query<{ learner: string }>(
      room,
      sql`select learner_id as learner from certificates`,
    )
    expect(certified).toEqual([{ learner: ada.id }])
  })

  it('keeps what somebody did when they move between cohorts, and counts it by what they have then', async () => {
    const room = await pinnedRoom(payload())
    const { ada, lessons } = room
    const [one = '', two = '', , four = ''] = lessons
    await room.pin(room.pinned)
    await rewrite(room)
    await done(room, ada, one)
    await done(room, ada, two)
    await settle()
    expect(await percentOf(room, ada)).toMatchObject({ percent: 50 })

    await room.move(ada, room.following)
    expect(await percentOf(room, ada)).toMatchObject({ next: 'Four', percent: 33 })
    await done(room, ada, four)
    await settle()
    expect(await percentOf(room, ada)).toMatchObject({ next: 'Five', percent: 66 })

    await room.move(ada, room.pinned)
    expect(await percentOf(room, ada)).toMatchObject({ next: 'Three', percent: 75 })
    await room.follow(room.pinned)
    await settle()
    expect(await percentOf(room, ada)).toMatchObject({ next: 'Five', percent: 66 })
  })

  it('is told to who looks after the cohort, change by change', async () => {
    const room = await pinnedRoom(payload())
    const { lessons, sections, staff } = room
    const [one = '', two = '', three = '', four = ''] = lessons
    expect(await room.editionOf(room.pinned)).toEqual({
      changes: [],
      course: room.course,
      edition: null,
      mayPin: true,
    })
    expect(await room.pin(room.pinned)).toMatchObject({
      changes: [],
      edition: { by: staff.name, lessons: 4, number: 1 },
    })
    const added = await rewrite(room)
    const { changes } = await room.editionOf(room.pinned)

    expect(changes.map(({ id, change, title, was }) => [id, change, title, was])).toEqual([
      [sections[1], 'changed', 'Renamed', expect.stringMatching(/^Section/)],
      [one, 'changed', 'One anew', 'One'],
      [four, 'moved', 'Four', null],
      [added, 'added', 'Five', null],
      [two, 'removed', 'Two', null],
      [three, 'removed', 'Three', null],
    ])
    expect(changes.find(({ id }) => id === one)?.versions).toEqual({
      now: expect.any(String),
      then: expect.any(String),
    })
  })
})

describe('an edition', () => {
  it('is one for all who pin while nothing is different, at once or one after the other', async () => {
    const room = await pinnedRoom(payload())
    const { course, following, pinned, tenant } = room
    await Promise.all([pinned, following, pinned, following].map((cohort) => room.pin(cohort)))
    const editions = () =>
      room.query<{ kept: string; number: number }>(
        room,
        sql`select d.number::int as number, (select count(*)::int from edition_lessons x where x.edition_id = d.id) as kept
            from course_editions d where d.course_id = ${course} order by d.number`,
      )
    expect(await editions()).toEqual([{ kept: 4, number: 1 }])

    await room.change('lessons', room.lessons[0] ?? '', { title: 'One anew' })
    const late = await room.cohort({ course, tenant })
    await room.pin(late)
    expect(await editions()).toEqual([
      { kept: 4, number: 1 },
      { kept: 4, number: 2 },
    ])

    await Promise.all([room.follow(pinned), room.follow(following)])
    expect(await editions()).toEqual([{ kept: 4, number: 2 }])
  })

  it('says in every language what it said then', async () => {
    const room = await pinnedRoom(payload())
    const [one = ''] = room.lessons
    await room.query(
      room,
      sql`insert into tenants_settings_languages (id, "order", parent_id, value) values (uuidv7(), 1, ${room.tenant}, 'ru')`,
    )
    await inRussian({ id: one, collection: 'lessons', tenant: room.tenant })
    await room.pin(room.pinned)
    await room.change('lessons', one, { body: textOf('One, anew'), title: 'One anew' })
    await inRussian({ id: one, collection: 'lessons', tenant: room.tenant })
    const said = (person: { id: string }) =>
      asTenant(room.tenant, async () => {
        const req = reading(await requestOf(person), 'ru')
        const view = await readLesson({ asker: askerOf(req), lesson: one, req })
        const [listed] = view?.sections.flatMap(({ lessons }) => lessons) ?? []

        return [
          view?.lesson.title,
          listed?.title,
          JSON.stringify(view?.lesson.body).includes('as it was'),
        ]
      })

    expect(await said(room.ada)).toEqual(['ru One', 'ru One', true])
    expect(await said(room.ben)).toEqual(['ru One anew', 'ru One anew', false])
  })

  it('is what the API answers its learners, and nobody else', async () => {
    const room = await pinnedRoom(payload())
    const { ada, ben, lessons, staff, tenant } = room
    const [one = '', two = '', three = ''] = lessons
    await room.pin(room.pinned)
    const added = await rewrite(room)
    const listed = (person: { id: string }) =>
      asTenant(tenant, async () => {
        const { docs } = await payload().find({
          collection: 'lessons',
          depth: 0,
          limit: 0,
          overrideAccess: false,
          req: await requestOf(person),
          sort: 'createdAt',
        })

        return docs.map(({ id, title }) => [id, title])
      })

    expect(await listed(ada)).toEqual([
      [one, 'One'],
      [lessons[3], 'Four'],
    ])
    expect(await listed(ben)).toEqual([
      [one, 'One anew'],
      [lessons[3], 'Four'],
      [added, 'Five'],
    ])
    expect((await listed(staff)).map(([id]) => id)).toEqual([one, three, lessons[3], added])
    const answered = await asTenant(tenant, async () =>
      payload().findByID({
        id: one,
        collection: 'lessons',
        depth: 1,
        overrideAccess: false,
        req: await requestOf(ada),
        select: { body: true, section: true, title: true },
      }),
    )
    expect(answered).toMatchObject({ id: one, section: { id: room.sections[0] }, title: 'One' })
    expect(JSON.stringify(answered.body)).toContain('One, as it was')
    expect(answered).not.toHaveProperty('kind')
    expect(two).not.toBe('')
  })

  it('lends its files to its learners after the lesson let go of them, and keeps file, lesson and quiz from being removed', async () => {
    const room = await pinnedRoom(payload())
    const { ada, ben, lessons, tenant } = room
    const [one = ''] = lessons
    const file = await uploaded(payload(), {
      name: 'handout.pdf',
      type: 'application/pdf',
      data: pdfOf(2),
      tenant,
    })
    await room.change('lessons', one, {
      resources: [{ blockType: 'file', file, title: 'Handout' }],
    })
    await room.pin(room.pinned)
    await room.change('lessons', one, { resources: [] })
    await room.change('lessons', one, { deletedAt: new Date().toISOString() })
    const open = async (user: { id: string }) =>
      (await call(lessonMedia, { params: { lesson: one }, query: { file }, tenant, user })).status
    const remove = (collection: 'lessons' | 'media', id: string) =>
      asTenant(tenant, async () =>
        payload()
          .delete({ id, collection, overrideAccess: true, req: await requestOf(), trash: true })
          .then(
            () => 'gone',
            (error: { data?: { code?: string } }) => error.data?.code,
          ),
      )

    expect([await open(ada), await open(ben)]).toEqual([200, 404])
    expect(await remove('media', file)).toBe('fileInUse')
    expect(await remove('lessons', one)).toBe('keptByCohort')
    expect((await room.view(ada, one))?.lesson.resources).toMatchObject([{ title: 'Handout' }])

    await room.follow(room.pinned)
    expect([await open(ada), await remove('lessons', one), await remove('media', file)]).toEqual([
      404,
      'gone',
      'gone',
    ])
  })

  it('asks the questions of its lesson’s quiz, though the lesson is gone from the course', async () => {
    const exam = await examRoom(payload())
    const { course, learner, quiz, tenant } = exam
    const room = await pinnedRoom(payload())
    const cohort = await room.cohort({ course, tenant })
    await room.inCohort({ course, tenant }, learner.id, cohort)
    const pin = () =>
      asTenant(tenant, async () => {
        const req = await requestOf()

        return inTransaction(req, () => pinCohort({ cohort, req, tenant }))
      })
    expect([await pin(), await pin()]).toEqual([true, false])
    await room.query(
      exam,
      sql`update lessons set quiz_id = null, _status = 'draft' where course_id = ${course}`,
    )
    const begun = await asTenant(tenant, async () =>
      startAttempt({ learner: learner.id, quiz, req: await requestOf(), tenant }),
    )

    expect(begun).toMatchObject({ number: 1, quiz })
    await expect(
      asTenant(tenant, () =>
        payload().delete({ id: quiz, collection: 'quizzes', overrideAccess: true, trash: true }),
      ),
    ).rejects.toMatchObject({ status: 409 })
  })

  it('costs a lesson no statement more', async () => {
    const room = await pinnedRoom(payload())
    await room.pin(room.pinned)
    await asTenant(room.tenant, async () => {
      const req = await requestOf(room.ada)
      const asker = askerOf(req)

      expect(
        await statements(payload(), () =>
          readLesson({ asker, lesson: room.lessons[0] ?? '', req }),
        ),
      ).toBe(1)
    })
  })
})

describe('a cohort that is to be pinned when it starts', () => {
  const due = async () => {
    const room = await pinnedRoom(payload())
    const cohort = await room.cohort({
      course: room.course,
      pinsAtStart: true,
      startsAt: '2090-03-01T09:00:00.000Z',
      tenant: room.tenant,
    })

    return { ...room, cohort }
  }
  const tick = (now: string) => pinStartedCohorts({ now: new Date(now), payload: payload() })

  it('is pinned then and once, however many clocks strike, and follows again when it is told to', async () => {
    const room = await due()
    await tick('2090-03-01T08:59:59.000Z')
    expect((await room.editionOf(room.cohort)).edition).toBeNull()

    await Promise.all([1, 2, 3].map(() => tick('2090-03-01T09:00:00.000Z')))
    expect((await room.editionOf(room.cohort)).edition).toMatchObject({ by: null, number: 1 })

    await room.follow(room.cohort)
    await tick('2090-03-01T09:01:00.000Z')
    expect((await room.editionOf(room.cohort)).edition).toBeNull()
  })

  it('stays as it is where it is pinned already, and is not unpinned by a form that was open meanwhile', async () => {
    const room = await due()
    const { cohort, tenant } = room
    await room.pin(cohort)
    await room.change('lessons', room.lessons[0] ?? '', { title: 'One anew' })
    await tick('2090-03-01T09:00:00.000Z')
    const { changes, edition } = await room.editionOf(cohort)
    expect([edition?.number, changes.length]).toEqual([1, 1])

    await asTenant(tenant, () =>
      payload().update({
        id: cohort,
        collection: 'cohorts',
        data: { name: 'Renamed', edition: null },
        overrideAccess: true,
      }),
    )
    expect((await room.editionOf(cohort)).edition?.id).toBe(edition?.id)
  })
})

describe('a cohort that is removed', () => {
  it('leaves no edition that nobody else keeps', async () => {
    const room = await pinnedRoom(payload())
    const { course, tenant } = room
    const cohort = await room.cohort({ course, tenant })
    await room.pin(cohort)
    await asTenant(tenant, () =>
      payload().delete({ id: cohort, collection: 'cohorts', overrideAccess: true }),
    )

    expect(
      await room.query(room, sql`select 1 from course_editions where course_id = ${course}`),
    ).toEqual([])
  })
})

describe('what staff see and do of a pinned cohort', () => {
  it('grades by what the edition asked, and counts the work that each learner has', async () => {
    const room = await pinnedRoom(payload())
    const { ada, ben, course, sections, staff, tenant } = room
    const assignment = { passMark: 50, points: 10, takesText: true }
    const task = await room.lessonIn({
      assignment,
      body: textOf('Draw a cup.'),
      completion: { rule: 'passed' },
      course,
      kind: 'assignment',
      section: sections[0] ?? '',
      tenant,
    })
    await room.pin(room.pinned)
    await room.change('lessons', task, { assignment: { ...assignment, passMark: 90, points: 100 } })
    await room.lessonIn({
      assignment,
      body: textOf('Draw a bowl.'),
      course,
      kind: 'assignment',
      section: sections[0] ?? '',
      tenant,
    })
    await settle()
    const graded = async (person: { id: string }) => {
      const handed = await call(handInWork, {
        data: { number: 1, text: 'Done' },
        params: { lesson: task },
        tenant,
        user: person,
      })
      await call(decideOnSubmission, {
        data: { action: 'grade', points: 6, version: 0 },
        params: { id: (handed.body as { id: string }).id },
        tenant,
        user: staff,
      })
      const [found] = await room.query<{ passed: boolean; percent: number }>(
        room,
        sql`select passed, percent::int as percent from submissions where learner_id = ${person.id}`,
      )

      return found
    }

    expect(await graded(ada)).toEqual({ passed: true, percent: 60 })
    expect(await graded(ben)).toEqual({ passed: false, percent: 6 })
    const work = await asTenant(tenant, async () =>
      workOf({ course, learners: [ada.id, ben.id], req: await requestOf() }),
    )
    expect([work(ada.id).assignments.all, work(ben.id).assignments.all]).toEqual([1, 2])
  })

  it('keeps its lessons in their course, and goes with a course that goes', async () => {
    const room = await pinnedRoom(payload())
    const { tenant } = room
    const { id: course } = await factories(payload()).course({ tenant })
    const { id: elsewhere } = await factories(payload()).course({ tenant })
    const { lessons } = await room.addSection({ course, tenant }, [{ kind: 'text' }])
    const cohort = await room.cohort({ course, tenant })
    await room.pin(cohort)
    const change = { do: 'transfer', lessons, to: { course: elsewhere } }
    const moved = await call(changeOfCurriculum, {
      data: { change },
      params: { id: course },
      tenant,
      user: room.staff,
    })
    expect([moved.status, moved.body]).toEqual([409, { code: 'lessonsKept', count: 1 }])

    await asTenant(tenant, async () => {
      await payload().update({
        id: course,
        collection: 'courses',
        data: { deletedAt: new Date().toISOString() },
        overrideAccess: true,
      })
      await payload().delete({
        id: course,
        collection: 'courses',
        overrideAccess: true,
        trash: true,
      })
    })
    expect(
      await room.query(room, sql`select 1 from edition_lessons where course_id = ${course}`),
    ).toEqual([])
  })

  it('is told to those who may look into the course, and done by those alone who may write it', async () => {
    const room = await pinnedRoom(payload())
    const { ada, course, tenant } = room
    const support = await room.user({ roles: ['support'], tenant })
    const [inTeam, outside] = [
      await room.user({ roles: ['instructor'], tenant }),
      await room.user({ roles: ['instructor'], tenant }),
    ]
    await room.query(
      room,
      sql`insert into course_team (id, tenant_id, course_id, account_id, email, role, state, share, expires_at)
          values (uuidv7(), ${tenant}, ${course}, ${inTeam.id}, ${inTeam.email}, 'editor', 'accepted', 0, now())`,
    )
    const ask = async (endpoint: typeof pin, user: { id: string }) => {
      const { body, status } = await call(endpoint, { params: { id: room.pinned }, tenant, user })

      return [status, (body as { mayPin?: boolean }).mayPin]
    }

    expect(await ask(edition, support)).toEqual([200, false])
    expect(await ask(edition, outside)).toEqual([403, undefined])
    expect(await ask(edition, inTeam)).toEqual([200, true])
    expect(await ask(edition, ada)).toEqual([403, undefined])
    expect(await ask(pin, support)).toEqual([403, undefined])
    expect(await ask(pin, outside)).toEqual([404, undefined])
    expect(await ask(pin, ada)).toEqual([403, undefined])
    expect(await ask(pin, inTeam)).toEqual([200, true])
  })
})

import { sql } from '@payloadcms/db-postgres'

import { asTenant } from '@/database/scope'
import { row } from '@/database/transaction'
import { richText } from '@/domain/pages/richText'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'

import { readLessonDraft } from './lessonDraft'

const payload = testPayload()

const room = async () => {
  const make = classrooms(payload())
  const { id: tenant } = await make.tenant()
  const quiz = (await make.quiz({ tenant })).id
  const { id: course } = await make.course({ tenant })
  const { id: section } = await make.section({ course, tenant })
  const lesson = await make.lessonIn({ course, kind: 'quiz', quiz, section, tenant, title: 'Old' })
  const author = await make.user({ roles: ['instructor'], tenant })
  const learner = await make.user({ tenant })
  await make.enrolled({ course, learner: learner.id, tenant })
  await asTenant(tenant, async () =>
    payload().update({
      id: lesson,
      collection: 'lessons',
      data: { _status: 'draft', body: richText('Newer words'), title: 'New' } as never,
      draft: true,
      overrideAccess: true,
      req: await requestOf(),
    }),
  )
  const read = (user?: { id: string }, id = lesson) =>
    asTenant(tenant, async () => readLessonDraft({ id, req: await requestOf(user) }))

  return { author, learner, lesson, read, tenant }
}

describe('a lesson seen by its author as a learner will', () => {
  it('is the newest version, with the questions of its quiz and without their key', async () => {
    const { author, read } = await room()
    const draft = await read(author)

    expect(draft?.view.lesson).toMatchObject({ kind: 'quiz', title: 'New' })
    expect(JSON.stringify(draft?.view.lesson.body)).toContain('Newer words')
    expect(draft?.questions).toMatchObject([{ prompt: 'Two and two?' }])
    expect(JSON.stringify(draft)).not.toContain('isRight')
  })

  it('is for authors alone, and of their own school', async () => {
    const { learner, lesson, read } = await room()
    const other = await room()

    expect(await read(learner)).toBeNull()
    expect(await read()).toBeNull()
    expect(await other.read(other.author, lesson)).toBeNull()
    expect(await other.read(other.author, 'nonsense')).toBeNull()
  })

  it('leaves no trace', async () => {
    const { author, read, tenant } = await room()
    const count = () =>
      asTenant(tenant, async () =>
        row(
          await requestOf(),
          sql`select (select count(*) from progress) as progress, (select count(*) from quiz_attempts) as attempts,
                (select count(*) from events) as events`,
        ),
      )
    const before = await count()
    await read(author)
    expect(await count()).toEqual(before)
  })
})

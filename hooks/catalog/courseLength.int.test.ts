import { asTenant } from '@/database/scope'
import { classrooms } from '@/test/factories/learning'
import { requestOf, testPayload } from '@/test/harness'
import { statements } from '@/test/statements'

const payload = testPayload()
const make = () => classrooms(payload())

/** A course of two published lessons, of 90 and 150 seconds, and one that is a draft. */
const course = async (durationMinutes?: number) => {
  const { id: tenant } = await make().tenant()
  const { id } = await make().course({ durationMinutes, tenant, title: 'Light' })
  const { id: section } = await make().section({ course: id, tenant })
  const first = await make().lesson({ course: id, duration: 90, section, tenant })
  await make().lesson({ course: id, duration: 150, section, tenant })
  await make().lesson({ _status: 'draft', course: id, duration: 1_000, section, tenant })

  return { id, first: first.id, tenant }
}

const read = ({ id, tenant }: { id: string; tenant: string }, select?: Record<string, true>) =>
  asTenant(tenant, async () =>
    payload().findByID({
      id,
      collection: 'courses',
      depth: 0,
      overrideAccess: false,
      req: await requestOf(),
      ...(select && { select }),
    }),
  )

describe('the length of a course', () => {
  it('is that of its published lessons, and follows them', async () => {
    const made = await course()
    expect(await read(made)).toMatchObject({ duration: 240, lessonCount: 2 })

    await asTenant(made.tenant, () =>
      payload().update({
        id: made.first,
        collection: 'lessons',
        data: { _status: 'published', duration: 30 },
        overrideAccess: true,
      }),
    )
    expect(await read(made)).toMatchObject({ duration: 180, lessonCount: 2 })
  })

  it('is what its author says where anything is said, whatever is asked for', async () => {
    const made = await course(45)
    expect(await read(made)).toMatchObject({ duration: 2_700, lessonCount: 2 })
    expect(await read(made, { duration: true })).toMatchObject({ duration: 2_700 })
  })

  it('is nobody’s to write', async () => {
    const made = await course()
    const changed = await asTenant(made.tenant, () =>
      payload().update({
        id: made.id,
        collection: 'courses',
        data: { duration: 7, lessonCount: 9 },
        depth: 0,
        overrideAccess: true,
      }),
    )
    expect(changed).toMatchObject({ duration: 240, lessonCount: 2 })
  })

  it('takes one statement for a whole list, and none where nobody asks', async () => {
    const { tenant } = await course()
    for (const title of ['Dusk', 'Dawn', 'Noon']) {
      await make().course({ tenant, title })
    }
    const list = (select?: Record<string, true>) =>
      asTenant(tenant, async () => {
        const req = await requestOf()

        return statements(payload(), () =>
          payload().find({
            collection: 'courses',
            depth: 0,
            joins: false,
            overrideAccess: false,
            req,
            ...(select && { select }),
          }),
        )
      })
    expect((await list()) - (await list({ title: true }))).toBe(1)
  })
})

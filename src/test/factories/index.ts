import type { Payload, RequiredDataFromCollectionSlug } from 'payload'

import type { Config } from '@payload-types'

import { asPlatform, asTenant } from '@/database/scope'
import { idOf } from '@/domain/ids'

type Slug = keyof Config['collections']
type Row<S extends Slug> = Config['collections'][S]

/** Test files run side by side and rows outlive a test, so names are random rather than counted. */
const next = () => crypto.randomUUID().slice(0, 8)

/**
 * Rows for tests: `const make = factories(payload)`, then `await make.course({ tenant })`. A factory
 * fills what a row cannot do without, and makes a school where none is given.
 */
export const factories = (payload: Payload) => {
  const create = <S extends Slug>(
    collection: S,
    tenant: string,
    data: Record<string, unknown>,
  ): Promise<Row<S>> =>
    asTenant(tenant, () =>
      payload.create({
        collection,
        data: { ...data, tenant } as unknown as RequiredDataFromCollectionSlug<S>,
        depth: 0,
        overrideAccess: true,
      }),
    )

  const schoolOf = async (given: { tenant?: string | { id: string } }): Promise<string> =>
    given.tenant ? idOf(given.tenant) : (await make.tenant()).id

  const make = {
    course: async (given: Partial<Row<'courses'>> = {}) => {
      const n = next()

      return create('courses', await schoolOf(given), {
        slug: `course-${n}`,
        _status: 'published',
        level: 'all',
        title: `Course ${n}`,
        ...given,
      })
    },
    lesson: async (given: Partial<Row<'lessons'>> & { section: string }) =>
      create('lessons', await schoolOf(given), {
        _status: 'published',
        duration: 100,
        kind: 'video',
        title: `Lesson ${next()}`,
        ...given,
      }),
    page: async (given: Partial<Row<'pages'>> = {}) => {
      const n = next()

      return create('pages', await schoolOf(given), {
        slug: `page-${n}`,
        _status: 'published',
        layout: [],
        title: `Page ${n}`,
        ...given,
      })
    },
    path: async ({ course, ...given }: Partial<Row<'paths'>> & { course: string }) => {
      const n = next()

      return create('paths', await schoolOf(given), {
        slug: `path-${n}`,
        _status: 'published',
        steps: [{ blockType: 'step', course, isRequired: true, unlock: 'atOnce' }],
        title: `Path ${n}`,
        ...given,
      })
    },
    quiz: async (given: Partial<Row<'quizzes'>> = {}) =>
      create('quizzes', await schoolOf(given), {
        _status: 'published',
        passMark: 50,
        questions: [
          {
            answers: [
              { isRight: true, text: 'Four' },
              { isRight: false, text: 'Five' },
            ],
            blockType: 'singleChoice',
            points: 1,
            prompt: 'Two and two?',
          },
        ],
        title: `Quiz ${next()}`,
        ...given,
      }),
    section: async (given: Partial<Row<'sections'>> & { course: string }) =>
      create('sections', await schoolOf(given), { title: `Section ${next()}`, ...given }),
    tenant: (given: Partial<Row<'tenants'>> = {}) => {
      const n = next()

      return asPlatform(() =>
        payload.create({
          collection: 'tenants',
          data: {
            name: `School ${n}`,
            slug: `school-${n}`,
            kind: 'school',
            settings: {
              accent: '#3b5bdb',
              currency: 'USD',
              fontPair: 'modern',
              locale: 'en',
              radius: '10',
              timeZone: 'UTC',
            },
            ...given,
          },
          depth: 0,
          overrideAccess: true,
        }),
      )
    },
    user: async (given: Partial<Row<'users'>> = {}) =>
      create('users', await schoolOf(given), {
        name: 'Ada',
        email: `ada-${next()}@example.com`,
        emailVerified: true,
        roles: ['student'],
        status: 'active',
        ...given,
      }),
  }

  return make
}

import { describe, expect, it } from '@jest/globals'

import type { Publishers } from '../../tenancy/publishers'
import type { Stage, Step } from './workflow'

import { PUBLISHERS } from '../../tenancy/publishers'
import { STAGES, stageOf, STEPS, stepsFrom, verdictOn } from './workflow'

type Who = 'author' | 'manager'

/** Every step that leads anywhere: `stage[+ where visitors see it]`, and what each may do there. */
const ALLOWED: Record<string, Record<Publishers, Record<Who, Partial<Record<Step, Stage>>>>> = {
  archived: {
    authors: { author: { reopen: 'draft' }, manager: { reopen: 'draft' } },
    managers: { author: {}, manager: { reopen: 'draft' } },
  },
  draft: {
    authors: {
      author: { answer: 'draft', archive: 'archived', publish: 'published', submit: 'inReview' },
      manager: { answer: 'draft', archive: 'archived', publish: 'published', submit: 'inReview' },
    },
    managers: {
      author: { answer: 'draft', submit: 'inReview' },
      manager: { answer: 'draft', archive: 'archived', publish: 'published', submit: 'inReview' },
    },
  },
  inReview: {
    authors: {
      author: {
        answer: 'inReview',
        archive: 'archived',
        publish: 'published',
        withdraw: 'draft',
      },
      manager: {
        answer: 'inReview',
        approve: 'published',
        archive: 'archived',
        publish: 'published',
        reject: 'draft',
        withdraw: 'draft',
      },
    },
    managers: {
      author: { answer: 'inReview', withdraw: 'draft' },
      manager: {
        answer: 'inReview',
        approve: 'published',
        archive: 'archived',
        publish: 'published',
        reject: 'draft',
        withdraw: 'draft',
      },
    },
  },
  'inReview, public': {
    authors: {
      author: {
        answer: 'inReview',
        archive: 'archived',
        publish: 'published',
        unpublish: 'draft',
        withdraw: 'published',
      },
      manager: {
        answer: 'inReview',
        approve: 'published',
        archive: 'archived',
        publish: 'published',
        reject: 'published',
        unpublish: 'draft',
        withdraw: 'published',
      },
    },
    managers: {
      author: { answer: 'inReview', withdraw: 'published' },
      manager: {
        answer: 'inReview',
        approve: 'published',
        archive: 'archived',
        publish: 'published',
        reject: 'published',
        unpublish: 'draft',
        withdraw: 'published',
      },
    },
  },
  'published, public': {
    authors: {
      author: {
        answer: 'published',
        archive: 'archived',
        publish: 'published',
        submit: 'inReview',
        unpublish: 'draft',
      },
      manager: {
        answer: 'published',
        archive: 'archived',
        publish: 'published',
        submit: 'inReview',
        unpublish: 'draft',
      },
    },
    managers: {
      author: { answer: 'published', submit: 'inReview' },
      manager: {
        answer: 'published',
        archive: 'archived',
        publish: 'published',
        submit: 'inReview',
        unpublish: 'draft',
      },
    },
  },
}

const CELLS = Object.entries(ALLOWED).flatMap(([where, bySchool]) =>
  PUBLISHERS.flatMap((publishers) =>
    (['author', 'manager'] as const).map((who) => ({
      allowed: bySchool[publishers][who],
      standing: {
        isManager: who === 'manager',
        isPublished: where.endsWith('public'),
        publishers,
        stage: where.split(',')[0] as Stage,
      },
      where,
      who,
    })),
  ),
)

describe('the way of a course to learners', () => {
  it.each(CELLS)(
    'leads $who from “$where” nowhere else, where $standing.publishers publish',
    ({ allowed, standing }) => {
      const led = STEPS.flatMap((step) => {
        const verdict = verdictOn(step, standing)

        return 'to' in verdict ? [[step, verdict.to]] : []
      })
      expect(Object.fromEntries(led)).toEqual(allowed)
      expect(stepsFrom(standing).sort()).toEqual(Object.keys(allowed).sort())
    },
  )

  it('tells an author that managers publish here, before where the course stands', () => {
    for (const stage of STAGES) {
      const standing = {
        isManager: false,
        isPublished: false,
        publishers: 'managers',
        stage,
      } as const
      for (const step of ['approve', 'archive', 'publish', 'reject', 'unpublish'] as const) {
        expect(verdictOn(step, standing)).toEqual({ refused: 'approvalRequired' })
      }
    }
  })
})

describe('the stage of a course', () => {
  it('is what visitors see where its log says nothing else', () => {
    expect(stageOf({ isPublished: false, logged: null })).toBe('draft')
    expect(stageOf({ isPublished: true, logged: null })).toBe('published')
    expect(stageOf({ isPublished: true, logged: 'draft' })).toBe('published')
    expect(stageOf({ isPublished: false, logged: 'published' })).toBe('draft')
  })

  it('is in review while its log ends so, and archived only while nobody sees it', () => {
    expect(stageOf({ isPublished: true, logged: 'inReview' })).toBe('inReview')
    expect(stageOf({ isPublished: false, logged: 'archived' })).toBe('archived')
    expect(stageOf({ isPublished: true, logged: 'archived' })).toBe('published')
  })
})

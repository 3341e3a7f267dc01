import { describe, expect, it } from '@jest/globals'

import type { CheckedCourse, CheckedLesson } from './checklist'

import { findingsIn } from './checklist'

const lesson = (given: Partial<CheckedLesson> = {}): CheckedLesson => ({
  id: 'l1',
  hasCaptions: true,
  hasFilm: true,
  isPreview: true,
  isPublished: true,
  kind: 'video',
  title: 'Light',
  ...given,
})

const course = (given: Partial<CheckedCourse> = {}): CheckedCourse => ({
  id: 'c1',
  deadLinks: [],
  hasCover: true,
  hasOffer: true,
  imagesWithoutAlt: [],
  lessons: [lesson()],
  outcomes: 'Sees light',
  summary: 'On light',
  ...given,
})

const said = (given: Partial<CheckedCourse>) =>
  findingsIn(course(given)).map(({ address, check, severity }) => [check, severity, address])

describe('the checklist of a course', () => {
  it('is empty where nothing is missing', () => {
    expect(findingsIn(course())).toEqual([])
  })

  it.each([
    ['outcomes', 'should', '/admin/collections/courses/c1#field-outcomes', { outcomes: ' \n' }],
    ['summary', 'should', '/admin/collections/courses/c1#field-summary', { summary: '' }],
    ['cover', 'should', '/admin/collections/courses/c1#field-cover', { hasCover: false }],
    ['price', 'must', '/admin/collections/offers/create', { hasOffer: false }],
    ['lessons', 'must', '/admin/collections/courses/c1/curriculum', { lessons: [] }],
    [
      'preview',
      'should',
      '/admin/collections/lessons/l1#field-isPreview',
      { lessons: [lesson({ isPreview: false })] },
    ],
    [
      'captions',
      'must',
      '/admin/collections/lessons/l1#field-captions',
      { lessons: [lesson({ hasCaptions: false })] },
    ],
    [
      'alt',
      'must',
      '/admin/collections/media/m1#field-alt',
      { imagesWithoutAlt: [{ id: 'm1', name: 'waves.png' }] },
    ],
    [
      'links',
      'must',
      '/admin/collections/lessons/l1#field-body',
      {
        deadLinks: [
          { field: 'body', lesson: { id: 'l1', title: 'Light' }, url: 'https://gone.example' },
        ],
      },
    ],
    [
      'links',
      'must',
      '/admin/collections/courses/c1#field-description',
      { deadLinks: [{ field: 'description', url: 'https://gone.example' }] },
    ],
  ] as const)(
    'names what is missing: %s, which %s be there, at %s',
    (check, severity, address, given) => {
      expect(said(given as Partial<CheckedCourse>)).toEqual([[check, severity, address]])
    },
  )

  it('asks for captions where somebody speaks, and nowhere else', () => {
    const kinds = (['audio', 'live', 'video', 'text', 'pdf', 'quiz'] as const).map((kind) =>
      lesson({ id: kind, hasCaptions: false, kind }),
    )
    const found = findingsIn(course({ lessons: kinds }))
    expect(found.map(({ address }) => address.split('/').at(-1)?.split('#')[0])).toEqual([
      'audio',
      'live',
      'video',
    ])
    expect(
      findingsIn(course({ lessons: [lesson({ hasCaptions: false, hasFilm: false })] })),
    ).toEqual([])
  })

  it('puts first what learners cannot do without', () => {
    const found = said({
      hasCover: false,
      hasOffer: false,
      lessons: [
        lesson({ isPreview: false }),
        lesson({ id: 'l2', hasCaptions: false, isPreview: false }),
      ],
      outcomes: '',
    })
    expect(found.map(([check]) => check)).toEqual([
      'price',
      'captions',
      'outcomes',
      'cover',
      'preview',
    ])
  })

  it('holds drafts of lessons for no lessons that are shown', () => {
    expect(said({ lessons: [lesson({ isPublished: false })] }).map(([check]) => check)).toEqual([
      'lessons',
    ])
  })
})

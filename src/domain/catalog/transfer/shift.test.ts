import type { PackedCourse } from './packed'

import { shiftCourse } from './shift'

const packed = (given: object[]): PackedCourse => ({
  slug: 'light',
  bank: [],
  categories: [],
  course: { title: 'Light' },
  media: [],
  prerequisites: [],
  quizzes: [
    {
      fields: { reviewFrom: '2027-03-20T09:00:30.000Z', title: 'Quiz' },
      isPublished: true,
      ref: 'quiz-1',
    },
  ],
  sections: [
    {
      fields: {
        release: { at: '2027-03-19T08:00', kind: 'date', zone: 'school' },
        title: 'Section',
      },
      lessons: given.map((fields, at) => ({
        fields: { title: 'Lesson', ...fields },
        ref: `lesson-${at + 1}`,
      })),
      ref: 'section-1',
    },
  ],
  translations: [],
})

const live = (startsAt: string, zone?: string) => ({ live: { startsAt, zone } })

describe('shifting the dates of a course', () => {
  it.each([
    [
      'keeps the hour when summer time begins',
      '2027-03-20T10:00:00.000Z',
      14,
      '2027-04-03T09:00:00.000Z',
    ],
    [
      'keeps the hour when summer time ends',
      '2027-10-20T09:00:00.000Z',
      14,
      '2027-11-03T10:00:00.000Z',
    ],
    ['goes back as well', '2027-04-03T09:00:00.000Z', -14, '2027-03-20T10:00:00.000Z'],
    ['keeps seconds', '2027-01-01T10:00:42.000Z', 1, '2027-01-02T10:00:42.000Z'],
    ['changes nothing by no day', '2027-03-20T10:00:00.000Z', 0, '2027-03-20T10:00:00.000Z'],
  ])('%s', (_, before, days, after) => {
    const { packed: moved } = shiftCourse(packed([live(before, 'Europe/Berlin')]), {
      days,
      zone: 'UTC',
    })

    expect(moved.sections[0]?.lessons[0]?.fields.live).toMatchObject({ startsAt: after })
  })

  it('takes a session without a zone to be in the school’s', () => {
    const { packed: moved } = shiftCourse(packed([live('2027-03-20T10:00:00.000Z')]), {
      days: 14,
      zone: 'Asia/Jerusalem',
    })

    expect(moved.sections[0]?.lessons[0]?.fields.live).toMatchObject({
      startsAt: '2027-04-03T09:00:00.000Z',
    })
  })

  it('moves clock times of rules by days, over months and years, and leaves all other rules', () => {
    const { packed: moved } = shiftCourse(
      packed([{ release: { days: 3, kind: 'days' } }, { release: { kind: 'after' } }]),
      { days: 366, zone: 'UTC' },
    )
    const [section] = moved.sections

    expect(section?.fields.release).toEqual({
      at: '2028-03-19T08:00',
      kind: 'date',
      zone: 'school',
    })
    expect(section?.lessons.map(({ fields }) => fields.release)).toEqual([
      { days: 3, kind: 'days' },
      { kind: 'after' },
    ])
  })

  it('moves the day on which an assignment is due, and not those counted from enrollment', () => {
    const due = { assignment: { due: 'date', dueAt: '2027-03-31T23:59', dueDays: 7 } }
    const { packed: moved } = shiftCourse(packed([due]), { days: 7, zone: 'UTC' })

    expect(moved.sections[0]?.lessons[0]?.fields.assignment).toEqual({
      due: 'date',
      dueAt: '2027-04-07T23:59',
      dueDays: 7,
    })
  })

  it('lists every date as clocks show it, the earliest first', () => {
    const { dates } = shiftCourse(packed([live('2027-03-20T07:00:00.000Z', 'Europe/Berlin')]), {
      days: 7,
      zone: 'UTC',
    })

    expect(dates).toEqual([
      { after: '2027-03-26T08:00', before: '2027-03-19T08:00', kind: 'release', title: 'Section' },
      { after: '2027-03-27T08:00', before: '2027-03-20T08:00', kind: 'opens', title: 'Lesson' },
      { after: '2027-03-27T09:00', before: '2027-03-20T09:00', kind: 'review', title: 'Quiz' },
    ])
  })

  it('of a course without dates finds none and changes nothing', () => {
    const plain = { ...packed([{}]), quizzes: [], sections: [] }

    expect(shiftCourse(plain, { days: 7, zone: 'UTC' })).toEqual({ dates: [], packed: plain })
  })
})

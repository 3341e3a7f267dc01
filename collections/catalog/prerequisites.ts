import type { RelationshipField } from 'payload'

const MOST = 10

/** Courses that have to be completed before somebody may enroll. */
export const prerequisites: RelationshipField = {
  name: 'prerequisites',
  type: 'relationship',
  admin: {
    description: {
      en: 'Courses that a learner completes before enrolling in this one.',
      he: 'קורסים שצריך להשלים לפני ההרשמה לקורס הזה.',
      ru: 'Курсы, которые студент проходит до зачисления на этот.',
    },
  },
  filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
  hasMany: true,
  label: { en: 'Completed before', he: 'להשלים לפני כן', ru: 'Пройти до этого' },
  maxRows: MOST,
  relationTo: 'courses',
}

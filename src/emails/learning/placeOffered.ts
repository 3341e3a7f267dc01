import type { MailTemplate } from '../types'

/** Says that a place in a cohort is kept for its reader, and until when. */
export const placeOffered: MailTemplate<'placeOffered'> = {
  values: ({ data: { cohort, course, until }, locale, school }) => ({
    cohort,
    course,
    date: new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: school.timeZone ?? 'UTC',
    }).format(new Date(until)),
  }),
}

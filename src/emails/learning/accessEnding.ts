import type { MailTemplate } from '../types'

/** Says when the access to a course ends, and where it is renewed. */
export const accessEnding: MailTemplate<'accessEnding'> = {
  values: ({ data: { course, endsAt }, locale, school }) => ({
    course,
    date: new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: school.timeZone ?? 'UTC',
    }).format(new Date(endsAt)),
  }),
}

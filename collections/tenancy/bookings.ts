import type { CheckboxField } from 'payload'

/** Whether owners and admins get a mail when a learner books, waits for, completes or gives up a place. */
export const mailsBookings: CheckboxField = {
  name: 'mailsBookings',
  type: 'checkbox',
  admin: {
    description: {
      en: 'To owners and admins, when somebody books a place, waits for one, gives it up or completes the course.',
      he: 'לבעלים ולמנהלים, כשמישהו נרשם, ממתין למקום, מוותר עליו או מסיים את הקורס.',
      ru: 'Владельцам и администраторам, когда кто-то записывается, ждёт места, отказывается от него или проходит курс.',
    },
  },
  defaultValue: true,
  label: {
    en: 'Mail about bookings',
    he: 'הודעות על הרשמות',
    ru: 'Письма о записи на курсы',
  },
}

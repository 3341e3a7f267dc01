import type { GroupField } from 'payload'

/** Whether and when a school asks those who finished a course for a review. */
export const reviewRequests: GroupField = {
  name: 'reviewRequests',
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'isOn',
          type: 'checkbox',
          admin: {
            description: {
              en: 'One mail for each course that somebody has finished, unless they wrote a review before.',
              he: 'הודעה אחת על כל קורס שהושלם, אלא אם כבר נכתבה ביקורת.',
              ru: 'Одно письмо за каждый пройденный курс, если отзыва ещё нет.',
            },
          },
          defaultValue: true,
          label: { en: 'Ask for reviews', he: 'בקשת ביקורות', ru: 'Просить отзывы' },
        },
        {
          name: 'days',
          type: 'number',
          defaultValue: 3,
          label: {
            en: 'Days after the course',
            he: 'ימים אחרי סיום הקורס',
            ru: 'Через сколько дней после курса',
          },
          max: 60,
          min: 0,
          validate: (value: null | number | undefined) =>
            value == null ||
            (Number.isInteger(value) && value >= 0 && value <= 60) ||
            'A whole number of days, from 0 to 60.',
        },
      ],
    },
  ],
  label: { en: 'Reviews', he: 'ביקורות', ru: 'Отзывы' },
}

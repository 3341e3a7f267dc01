import type { GroupField, TextareaField } from 'payload'

import { socialLinks } from '@/domain/tenancy/profile'

type Words = { en: string; he: string; ru: string }

const text = (
  name: string,
  label: Words,
  maxLength: number,
  description?: Words,
): TextareaField => ({
  name,
  type: 'textarea',
  admin: { description },
  label,
  maxLength,
})

/** What a school tells of itself on its own page, `/about`. */
export const profile: GroupField = {
  name: 'profile',
  type: 'group',
  admin: {
    description: {
      en: 'Shown on your page /about, with your courses and their rating.',
      he: 'מוצג בעמוד ‎/about, יחד עם הקורסים והדירוג שלהם.',
      ru: 'Показывается на странице /about вместе с курсами и их оценкой.',
    },
  },
  fields: [
    text('story', { en: 'Your story', he: 'הסיפור שלכם', ru: 'О школе' }, 6000),
    {
      type: 'row',
      fields: [
        {
          name: 'phone',
          type: 'text',
          label: { en: 'Telephone', he: 'טלפון', ru: 'Телефон' },
          maxLength: 40,
          validate: (value: null | string | undefined) =>
            !value || /^\+?[\d\s()./-]{4,40}$/.test(value) || 'A telephone number.',
        },
        {
          name: 'address',
          type: 'text',
          label: { en: 'Postal address', he: 'כתובת', ru: 'Адрес' },
          maxLength: 200,
        },
      ],
    },
    text('accreditation', { en: 'Accreditation', he: 'הכרה והסמכה', ru: 'Аккредитация' }, 2000, {
      en: 'Licences and memberships; one on each line.',
      he: 'רישיונות וחברות בארגונים; אחד בכל שורה.',
      ru: 'Лицензии и членство; по одному в строке.',
    }),
    {
      ...text('socials', { en: 'Social links', he: 'קישורים חברתיים', ru: 'Соцсети' }, 2000, {
        en: 'Addresses with https://, one on each line.',
        he: 'כתובות עם ‎https://, אחת בכל שורה.',
        ru: 'Адреса с https://, по одному в строке.',
      }),
      validate: (value: null | string | undefined) => {
        const given = (value ?? '').split('\n').filter((one) => one.trim())

        return given.length === socialLinks(value).length || 'Addresses with https://, one a line.'
      },
    },
  ],
  label: { en: 'About the school', he: 'על בית הספר', ru: 'О школе' },
}

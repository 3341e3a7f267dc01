import type { GroupField } from 'payload'

import { managerField, platformField } from '@hooks/access'

import { percentage } from '../fields/percentage'

/** What the platform takes of what the schools on a plan sell. */
export const fee: GroupField = {
  name: 'fee',
  type: 'group',
  fields: [
    percentage('rate', {
      admin: {
        description: {
          en: 'Of each sale, without tax. Sellers are shown it beside their prices.',
          he: 'מכל מכירה, ללא מס. המוכרים רואים אותה לצד המחירים שלהם.',
          ru: 'С каждой продажи, без налога. Продавцы видят её рядом с ценами.',
        },
      },
      defaultValue: 0,
      label: { en: 'Fee', he: 'עמלה', ru: 'Комиссия' },
    }),
    {
      name: 'isKept',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Otherwise it goes back with the money, in the same proportion.',
          he: 'אחרת היא מוחזרת עם הכסף, באותו יחס.',
          ru: 'Иначе она возвращается вместе с деньгами, в той же пропорции.',
        },
      },
      defaultValue: false,
      label: {
        en: 'Kept when money is given back',
        he: 'נשמרת גם בהחזר כספי',
        ru: 'Остаётся при возврате денег',
      },
    },
  ],
  label: { en: 'Fee of the platform', he: 'עמלת הפלטפורמה', ru: 'Комиссия платформы' },
}

/** The same on a school, where its plan or the platform's staff set it and managers read it. */
export const feeHere: GroupField = {
  ...fee,
  access: { create: platformField, read: managerField, update: platformField },
}

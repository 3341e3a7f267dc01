import type { GroupField } from 'payload'

import { TAX_SOURCES } from '@/domain/tenancy/taxSources'
import { managerField } from '@hooks/access'
import { taxSourceIsThere } from '@hooks/tenancy/taxSource'

import { country } from '../fields/country'

const isCharged = (_: unknown, { isCharged: charges }: { isCharged?: boolean | null } = {}) =>
  Boolean(charges)

/** Whether a school charges tax, from where, and who calculates it; its number stands with what invoices say of it. */
export const taxation: GroupField = {
  name: 'taxation',
  type: 'group',
  access: { read: managerField },
  admin: {
    description: {
      en: 'Tax is charged where the buyer is: in the European Union at the buyer’s rate, and not at all to businesses of other member states whose VAT ID was found to be valid. Your own tax number stands above, with the invoices.',
      he: 'המס נגבה לפי מקומו של הקונה: באיחוד האירופי לפי שיעור המדינה שלו, ומעסקים במדינות חברות אחרות שמספר ה־VAT שלהם נמצא תקף לא נגבה מס. מספר העוסק שלכם מופיע למעלה, עם החשבוניות.',
      ru: 'Налог берётся там, где покупатель: в Европейском союзе по ставке его страны, а с компаний других стран Союза с действительным номером VAT не берётся. Ваш налоговый номер стоит выше, вместе со счетами.',
    },
  },
  fields: [
    {
      name: 'isCharged',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Charge tax', he: 'לגבות מס', ru: 'Брать налог' },
    },
    {
      name: 'isIncluded',
      type: 'checkbox',
      admin: {
        condition: isCharged,
        description: {
          en: 'Buyers pay the price as it stands, with tax inside it. Otherwise tax is added to it.',
          he: 'הקונים משלמים את המחיר כפי שהוא, והמס כלול בו. אחרת המס מתווסף אליו.',
          ru: 'Покупатели платят цену как она есть, налог внутри неё. Иначе налог прибавляется.',
        },
      },
      defaultValue: false,
      label: { en: 'Prices include tax', he: 'המחירים כוללים מס', ru: 'Цены включают налог' },
    },
    {
      type: 'row',
      fields: [
        country('country', {
          admin: {
            components: { Field: '/src/components/admin/CountryField#CountryField' },
            condition: isCharged,
          },
          label: { en: 'The school’s own country', he: 'המדינה של בית הספר', ru: 'Страна школы' },
        }),
        {
          name: 'source',
          type: 'select',
          admin: {
            condition: isCharged,
            description: {
              en: 'Stripe Tax follows the registrations of the Stripe account; the table is what you enter under Tax rates.',
              he: 'Stripe Tax פועל לפי הרישומים בחשבון Stripe; הטבלה היא מה שמזינים בשיעורי המס.',
              ru: 'Stripe Tax следует регистрациям аккаунта Stripe; таблица — то, что введено в «Ставках налога».',
            },
          },
          defaultValue: 'table',
          label: { en: 'Calculated by', he: 'מחושב על ידי', ru: 'Кто считает' },
          options: [
            {
              label: {
                en: 'Our table of rates',
                he: 'טבלת השיעורים שלנו',
                ru: 'Наша таблица ставок',
              },
              value: TAX_SOURCES[0],
            },
            {
              label: { en: 'Stripe Tax', he: 'Stripe Tax', ru: 'Stripe Tax' },
              value: TAX_SOURCES[1],
            },
          ],
          required: true,
          validate: taxSourceIsThere,
        },
      ],
    },
  ],
  label: { en: 'Tax', he: 'מס', ru: 'Налог' },
}

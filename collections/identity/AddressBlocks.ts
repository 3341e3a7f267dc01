import type { CollectionConfig } from 'payload'

import { managers, nobody, staffOnly } from '@hooks/access'
import { keepAddressBlock } from '@hooks/identity/addressBlocks'

import { tenant } from '../fields/tenant'

/** Addresses that a school does not answer until a day; those of the platform hold for every school. */
export const AddressBlocks: CollectionConfig = {
  slug: 'address-blocks',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: managers,
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    defaultColumns: ['range', 'reason', 'expiresAt', 'updatedAt'],
    description: {
      en: 'Whoever comes from one of these addresses sees a page that says so, from half a minute after you save. Many people can share one address: a school, an office, a whole mobile network.',
      he: 'מי שמגיע מאחת הכתובות האלה רואה דף שאומר זאת, בתוך חצי דקה מהשמירה. אנשים רבים עשויים לחלוק כתובת אחת: בית ספר, משרד, רשת סלולרית שלמה.',
      ru: 'Кто приходит с одного из этих адресов, видит страницу с объяснением — не позже чем через полминуты после сохранения. Один адрес могут делить многие: школа, офис, целая мобильная сеть.',
    },
    useAsTitle: 'range',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'range',
      type: 'text',
      admin: {
        description: {
          en: 'An address, or a network: 203.0.113.7, 203.0.113.0/24, 2001:db8::/48. Not your own, nor one from which a manager is signed in.',
          he: 'כתובת או רשת: 203.0.113.7, ‏203.0.113.0/24, ‏2001:db8::/48. לא הכתובת שלכם, ולא כתובת שממנה מחובר מנהל.',
          ru: 'Адрес или сеть: 203.0.113.7, 203.0.113.0/24, 2001:db8::/48. Не ваш собственный и не тот, с которого вошёл управляющий.',
        },
      },
      label: { en: 'Address or network', he: 'כתובת או רשת', ru: 'Адрес или сеть' },
      maxLength: 60,
      required: true,
    },
    {
      name: 'reason',
      type: 'text',
      admin: {
        description: {
          en: 'For your colleagues. Visitors are not told.',
          he: 'לעמיתים שלכם. המבקרים אינם רואים זאת.',
          ru: 'Для ваших коллег. Посетители этого не видят.',
        },
      },
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
      maxLength: 300,
      required: true,
    },
    {
      name: 'expiresAt',
      type: 'date',
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        description: {
          en: 'Addresses change hands: a week is long. Empty holds until you remove it.',
          he: 'כתובות עוברות מיד ליד: שבוע הוא זמן רב. ריק – עד שתסירו.',
          ru: 'Адреса переходят из рук в руки: неделя — это долго. Пусто — пока не удалите.',
        },
      },
      label: { en: 'Holds until', he: 'בתוקף עד', ru: 'Действует до' },
    },
  ],
  hooks: { beforeChange: [keepAddressBlock] },
  labels: {
    plural: { en: 'Blocked addresses', he: 'כתובות חסומות', ru: 'Заблокированные адреса' },
    singular: { en: 'Blocked address', he: 'כתובת חסומה', ru: 'Заблокированный адрес' },
  },
}

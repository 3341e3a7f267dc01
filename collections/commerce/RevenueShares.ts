import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { anyOf, managers, nobody, owner, staffOnly } from '@hooks/access'
import { setOnce } from '@hooks/access/learning'
import { fitShare, keepUsedShare } from '@hooks/commerce/revenueShares'

import { percentage } from '../fields/percentage'
import { tenant } from '../fields/tenant'

/**
 * What somebody who teaches earns of what a course sells, from one day to another: a share of each line of an order,
 * after tax and fees. It is written once but for its end, so that what was earned by it keeps its reason: another
 * percentage is another rule. At no time has a person two rules of a course, nor are more than all of it shared; the database
 * refuses both.
 */
export const RevenueShares: CollectionConfig = {
  slug: 'revenue-shares',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: anyOf(managers, owner('person')),
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    defaultColumns: ['course', 'person', 'share', 'startsAt', 'endsAt'],
    description: {
      en: 'Who earns how much of what a course sells. To change a percentage, end its rule and make another.',
      he: 'מי מרוויח וכמה ממכירות הקורס. כדי לשנות אחוז, יש לסיים את הכלל וליצור חדש.',
      ru: 'Кто и сколько получает с продаж курса. Чтобы изменить процент, завершите правило и создайте новое.',
    },
    useAsTitle: 'id',
  },
  custom: partOfCourse,
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'course',
      type: 'relationship',
      access: setOnce,
      index: true,
      label: { en: 'Course', he: 'קורס', ru: 'Курс' },
      relationTo: 'courses',
      required: true,
    },
    {
      name: 'person',
      type: 'relationship',
      access: setOnce,
      index: true,
      label: { en: 'Person', he: 'אדם', ru: 'Человек' },
      relationTo: 'users',
      required: true,
    },
    percentage('share', {
      access: setOnce,
      label: { en: 'Share', he: 'חלק', ru: 'Доля' },
      min: 1,
      required: true,
    }),
    {
      type: 'row',
      fields: [
        {
          name: 'startsAt',
          type: 'date',
          access: setOnce,
          admin: { date: { pickerAppearance: 'dayAndTime' } },
          defaultValue: () => new Date().toISOString(),
          label: { en: 'From', he: 'החל מ־', ru: 'С' },
          required: true,
        },
        {
          name: 'endsAt',
          type: 'date',
          admin: {
            date: { pickerAppearance: 'dayAndTime' },
            description: {
              en: 'Empty means until further notice.',
              he: 'ריק – עד להודעה חדשה.',
              ru: 'Пусто — до дальнейших указаний.',
            },
          },
          label: { en: 'Until', he: 'עד', ru: 'До' },
        },
      ],
    },
  ],
  hooks: { beforeChange: [fitShare], beforeDelete: [keepUsedShare] },
  labels: {
    plural: { en: 'Revenue shares', he: 'חלוקת הכנסות', ru: 'Доли в доходе' },
    singular: { en: 'Revenue share', he: 'חלק בהכנסות', ru: 'Доля в доходе' },
  },
  lockDocuments: false,
}

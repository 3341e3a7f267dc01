import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managers, owner } from '@hooks/access'

import { tenant } from '../fields/tenant'

/**
 * One reason for which a course is open to a learner, and until when; empty `endsAt` is for good. An
 * enrollment is open for as long as any of its grants: `accessUntil` there is recounted from these.
 * `key` names what granted it, once for each enrollment.
 */
export const AccessGrants: CollectionConfig = {
  slug: 'access-grants',
  access: machineWritten(anyOf(managers, owner('enrollment.learner'))),
  admin: {
    defaultColumns: ['enrollment', 'order', 'startsAt', 'endsAt'],
    description: {
      en: 'Why a course is open to somebody, and until when.',
      he: 'מדוע קורס פתוח למישהו, ועד מתי.',
      ru: 'Почему курс кому-то открыт и до какого дня.',
    },
    useAsTitle: 'key',
  },
  fields: [
    tenant(),
    {
      name: 'enrollment',
      type: 'relationship',
      index: true,
      label: { en: 'Enrollment', he: 'הרשמה', ru: 'Зачисление' },
      relationTo: 'enrollments',
      required: true,
    },
    {
      name: 'key',
      type: 'text',
      label: { en: 'Granted by', he: 'ניתנה על ידי', ru: 'Основание' },
      required: true,
    },
    {
      name: 'order',
      type: 'relationship',
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
    },
    {
      name: 'startsAt',
      type: 'date',
      label: { en: 'From', he: 'החל מ־', ru: 'С' },
      required: true,
    },
    {
      name: 'endsAt',
      type: 'date',
      label: { en: 'Until', he: 'עד', ru: 'До' },
    },
  ],
  indexes: [{ fields: ['tenant', 'enrollment', 'key'], unique: true }],
  labels: {
    plural: { en: 'Access', he: 'גישות', ru: 'Доступы' },
    singular: { en: 'Access', he: 'גישה', ru: 'Доступ' },
  },
  lockDocuments: false,
}

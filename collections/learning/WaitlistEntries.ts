import type { CollectionConfig } from 'payload'

import { WAITLIST_STATUSES } from '@/domain/learning/waitlist'
import { anyOf, machineWritten, owner, tenantStaff } from '@hooks/access'

import { tenant } from '../fields/tenant'

const LABELS = {
  declined: { en: 'Declined', he: 'ויתר', ru: 'Отказался' },
  lapsed: { en: 'Did not answer', he: 'לא ענה', ru: 'Не ответил' },
  left: { en: 'Left', he: 'עזב', ru: 'Вышел' },
  offered: { en: 'Has an offer', he: 'הוצע מקום', ru: 'Предложено место' },
  removed: { en: 'Removed', he: 'הוסר', ru: 'Убран' },
  taken: { en: 'Took the place', he: 'לקח את המקום', ru: 'Занял место' },
  waiting: { en: 'Waiting', he: 'ממתין', ru: 'Ждёт' },
}

/**
 * Somebody in the queue of a cohort, one row for both. `rank` orders those who wait; `offered` keeps a place for them
 * until the worker finds `offeredUntil` over.
 */
export const WaitlistEntries: CollectionConfig = {
  slug: 'waitlist-entries',
  access: machineWritten(anyOf(tenantStaff, owner('learner'))),
  admin: {
    components: { beforeListTable: ['/src/components/admin/WaitlistDesk#WaitlistDesk'] },
    defaultColumns: ['learner', 'cohort', 'status', 'joinedAt', 'offeredUntil', 'reason'],
    description: {
      en: 'Who waits for a place in a full cohort. Freed places are offered by themselves, to the first in the queue.',
      he: 'מי ממתינים למקום במחזור מלא. מקומות שמתפנים מוצעים מעצמם לראשון בתור.',
      ru: 'Кто ждёт места в заполненном потоке. Освободившиеся места сами предлагаются первому в очереди.',
    },
    useAsTitle: 'id',
  },
  defaultSort: 'rank',
  fields: [
    tenant(),
    {
      name: 'learner',
      type: 'relationship',
      index: true,
      label: { en: 'Learner', he: 'לומד', ru: 'Студент' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'cohort',
      type: 'relationship',
      label: { en: 'Cohort', he: 'מחזור', ru: 'Поток' },
      relationTo: 'cohorts',
      required: true,
    },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'waiting',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: WAITLIST_STATUSES.map((value) => ({ label: LABELS[value], value })),
      required: true,
    },
    { name: 'rank', type: 'number', admin: { hidden: true }, defaultValue: 0, required: true },
    {
      name: 'joinedAt',
      type: 'date',
      label: { en: 'Joined', he: 'הצטרף', ru: 'В очереди с' },
      required: true,
    },
    {
      name: 'offeredAt',
      type: 'date',
      label: { en: 'Offered', he: 'הוצע', ru: 'Предложено' },
    },
    {
      name: 'offeredUntil',
      type: 'date',
      label: { en: 'Kept until', he: 'נשמר עד', ru: 'Держим до' },
    },
    {
      name: 'reason',
      type: 'textarea',
      label: { en: 'Reason', he: 'סיבה', ru: 'Причина' },
    },
  ],
  indexes: [
    { fields: ['tenant', 'cohort', 'learner'], unique: true },
    { fields: ['cohort', 'status', 'rank'] },
    { fields: ['status', 'offeredUntil'] },
  ],
  labels: {
    plural: { en: 'Waitlists', he: 'רשימות המתנה', ru: 'Листы ожидания' },
    singular: { en: 'Place in a waitlist', he: 'מקום ברשימת המתנה', ru: 'Место в листе ожидания' },
  },
  lockDocuments: false,
}

import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { tenant } from '../fields/tenant'

const CELL = '/src/components/admin/JobCell#JobCell'

/** Work on many people at once: what, by whom, and how far it is. Its lines are `people-lines`. */
export const PeopleJobs: CollectionConfig = {
  slug: 'people-jobs',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['createdAt', 'kind', 'state', 'author'],
    description: {
      en: 'Files of people that were brought in, and what was done to many at once.',
      he: 'קובצי אנשים שיובאו, ומה שנעשה לרבים בבת אחת.',
      ru: 'Загруженные файлы с людьми и то, что сделали сразу со многими.',
    },
    useAsTitle: 'id',
  },
  fields: [
    tenant(),
    {
      name: 'kind',
      type: 'text',
      admin: { components: { Cell: CELL } },
      label: { en: 'Kind', he: 'סוג', ru: 'Вид' },
      required: true,
    },
    {
      name: 'state',
      type: 'text',
      admin: { components: { Cell: CELL } },
      label: { en: 'State', he: 'מצב', ru: 'Состояние' },
      required: true,
    },
    { name: 'key', type: 'text', admin: { hidden: true }, required: true },
    { name: 'turn', type: 'number', admin: { hidden: true }, defaultValue: 0 },
    { name: 'invites', type: 'checkbox', admin: { hidden: true }, defaultValue: false },
    {
      name: 'work',
      type: 'json',
      label: { en: 'What is done', he: 'מה נעשה', ru: 'Что делается' },
    },
    { name: 'columns', type: 'json', admin: { hidden: true } },
    { name: 'mapping', type: 'json', admin: { hidden: true } },
    {
      name: 'author',
      type: 'relationship',
      label: { en: 'By', he: 'על ידי', ru: 'Кто' },
      relationTo: 'users',
    },
  ],
  indexes: [{ fields: ['tenant', 'key'], unique: true }],
  labels: {
    plural: { en: 'Work on many people', he: 'פעולות על אנשים רבים', ru: 'Работа со многими' },
    singular: { en: 'Work on many people', he: 'פעולה על אנשים רבים', ru: 'Работа со многими' },
  },
  lockDocuments: false,
}

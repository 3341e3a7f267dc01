import type { CollectionConfig } from 'payload'

import { partOfCourse } from '@/domain/catalog/ofCourse'
import { managers, nobody, staffOnly } from '@hooks/access'
import { contentDeleted } from '@hooks/tenancy/content'

import { tenant } from '../fields/tenant'

/**
 * Addresses at which a course, a category, an instructor, a page or a learning path could be read once. Whoever comes to one is sent to where its
 * document stands now: a row names the document and no address, so there are neither chains nor loops.
 */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  access: {
    admin: staffOnly,
    create: nobody,
    delete: managers,
    read: managers,
    readVersions: nobody,
    unlock: nobody,
    update: nobody,
  },
  admin: {
    defaultColumns: [
      'path',
      'course',
      'category',
      'instructor',
      'page',
      'learningPath',
      'createdAt',
    ],
    description: {
      en: 'Written when the address of something published changes. Delete one, and its old address leads nowhere.',
      he: 'נכתב כשכתובת של תוכן שפורסם משתנה. מחיקה תנתק את הכתובת הישנה.',
      ru: 'Записывается, когда меняется адрес опубликованного. Удалите строку, и старый адрес никуда не поведёт.',
    },
    listSearchableFields: ['path'],
    useAsTitle: 'path',
  },
  custom: partOfCourse,
  fields: [
    tenant(),
    {
      name: 'path',
      type: 'text',
      label: { en: 'Old address', he: 'כתובת ישנה', ru: 'Старый адрес' },
      required: true,
    },
    {
      name: 'course',
      type: 'relationship',
      index: true,
      label: { en: 'Leads to the course', he: 'מוביל לקורס', ru: 'Ведёт к курсу' },
      relationTo: 'courses',
    },
    {
      name: 'category',
      type: 'relationship',
      index: true,
      label: { en: 'Leads to the category', he: 'מוביל לקטגוריה', ru: 'Ведёт к категории' },
      relationTo: 'categories',
    },
    {
      name: 'instructor',
      type: 'relationship',
      index: true,
      label: {
        en: 'Leads to the instructor',
        he: 'מוביל לעמוד של מרצה',
        ru: 'Ведёт к преподавателю',
      },
      relationTo: 'instructors',
    },
    {
      name: 'page',
      type: 'relationship',
      index: true,
      label: { en: 'Leads to the page', he: 'מוביל לעמוד', ru: 'Ведёт к странице' },
      relationTo: 'pages',
    },
    {
      name: 'learningPath',
      type: 'relationship',
      index: true,
      label: { en: 'Leads to the path', he: 'מוביל למסלול', ru: 'Ведёт к программе' },
      relationTo: 'paths',
    },
  ],
  hooks: { afterDelete: [contentDeleted] },
  indexes: [{ fields: ['tenant', 'path'], unique: true }],
  labels: {
    plural: { en: 'Old addresses', he: 'כתובות ישנות', ru: 'Старые адреса' },
    singular: { en: 'Old address', he: 'כתובת ישנה', ru: 'Старый адрес' },
  },
  lockDocuments: false,
}

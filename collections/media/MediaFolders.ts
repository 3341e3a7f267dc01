import type { CollectionConfig } from 'payload'

import { anyOf, authored, authors, nobody, tenantStaff } from '@hooks/access'
import { onAnyCourse } from '@hooks/access/team'
import { contentsGoUp, keepOutOfItself } from '@hooks/media/folders'

import { tenant } from '../fields/tenant'

/** A folder of a school's files, in another one or at the top. What lies in one that is deleted comes to lie in the one around it. */
export const MediaFolders: CollectionConfig = {
  slug: 'media-folders',
  access: {
    ...authored({ read: anyOf(tenantStaff, onAnyCourse('write')), write: authors }),
    readVersions: nobody,
  },
  admin: {
    defaultColumns: ['name', 'parent'],
    description: {
      en: 'Folders of the file library.',
      he: 'התיקיות של ספריית הקבצים.',
      ru: 'Папки библиотеки файлов.',
    },
    hidden: true,
    useAsTitle: 'name',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      maxLength: 80,
      required: true,
    },
    {
      name: 'parent',
      type: 'relationship',
      hooks: { beforeChange: [keepOutOfItself] },
      index: true,
      label: { en: 'Inside of', he: 'בתוך', ru: 'Внутри' },
      relationTo: 'media-folders',
    },
  ],
  hooks: { beforeDelete: [contentsGoUp] },
  labels: {
    plural: { en: 'Folders', he: 'תיקיות', ru: 'Папки' },
    singular: { en: 'Folder', he: 'תיקייה', ru: 'Папка' },
  },
  lockDocuments: false,
}

import type { CollectionConfig } from 'payload'

import { LONGEST_BODY, LONGEST_TITLE } from '@/domain/community/posts'
import { machineWritten } from '@hooks/access'
import { discussed } from '@hooks/access/community'

import { tenant } from '../fields/tenant'
import { written } from './written'

/** What somebody wrote in a space, for others to answer; written and moderated through `/api/discussion`. */
export const Posts: CollectionConfig = {
  slug: 'posts',
  access: machineWritten(discussed('space.course')),
  admin: {
    defaultColumns: ['title', 'body', 'author', 'space', 'isPinned', 'removedAt', 'createdAt'],
    description: {
      en: 'What people wrote in discussions, newest first.',
      he: 'מה נכתב בדיונים, מהחדש לישן.',
      ru: 'Что написано в обсуждениях, сначала новое.',
    },
    listSearchableFields: ['title', 'body'],
    useAsTitle: 'title',
  },
  defaultSort: '-createdAt',
  fields: [
    tenant(),
    {
      name: 'space',
      type: 'relationship',
      label: { en: 'Discussion', he: 'דיון', ru: 'Обсуждение' },
      relationTo: 'spaces',
      required: true,
    },
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', he: 'כותרת', ru: 'Заголовок' },
      maxLength: LONGEST_TITLE,
    },
    ...written({
      name: 'body',
      type: 'textarea',
      label: { en: 'Text', he: 'טקסט', ru: 'Текст' },
      maxLength: LONGEST_BODY,
      required: true,
    }),
    {
      name: 'isPinned',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Pinned', he: 'נעוץ', ru: 'Закреплено' },
      required: true,
    },
    {
      name: 'isLocked',
      type: 'checkbox',
      defaultValue: false,
      label: { en: 'Closed for replies', he: 'סגור לתגובות', ru: 'Ответы закрыты' },
      required: true,
    },
    {
      name: 'lastActivityAt',
      type: 'date',
      label: { en: 'Last activity', he: 'פעילות אחרונה', ru: 'Последняя активность' },
      required: true,
    },
  ],
  indexes: [
    { fields: ['tenant', 'author', 'key'], unique: true },
    { fields: ['space', 'isPinned', 'lastActivityAt'] },
    { fields: ['space', 'createdAt'] },
  ],
  labels: {
    plural: { en: 'Posts', he: 'פוסטים', ru: 'Записи' },
    singular: { en: 'Post', he: 'פוסט', ru: 'Запись' },
  },
  lockDocuments: false,
}

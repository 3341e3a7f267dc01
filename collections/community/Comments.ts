import type { CollectionConfig } from 'payload'

import { LONGEST_BODY } from '@/domain/community/posts'
import { machineWritten } from '@hooks/access'
import { discussed } from '@hooks/access/community'

import { tenant } from '../fields/tenant'
import { written } from './written'

/** What somebody answered to a post. `space` is the post's, so that what is new in it is counted without its posts. */
export const Comments: CollectionConfig = {
  slug: 'comments',
  access: machineWritten(discussed('space.course')),
  admin: {
    defaultColumns: ['body', 'author', 'post', 'removedAt', 'createdAt'],
    description: {
      en: 'What people answered to posts, newest first.',
      he: 'התגובות לפוסטים, מהחדשה לישנה.',
      ru: 'Что ответили на записи, сначала новое.',
    },
    listSearchableFields: ['body'],
    useAsTitle: 'body',
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
      name: 'post',
      type: 'relationship',
      label: { en: 'Post', he: 'פוסט', ru: 'Запись' },
      relationTo: 'posts',
      required: true,
    },
    ...written({
      name: 'body',
      type: 'textarea',
      label: { en: 'Text', he: 'טקסט', ru: 'Текст' },
      maxLength: LONGEST_BODY,
      required: true,
    }),
  ],
  indexes: [
    { fields: ['tenant', 'author', 'key'], unique: true },
    { fields: ['post', 'createdAt'] },
    { fields: ['space', 'createdAt'] },
  ],
  labels: {
    plural: { en: 'Replies', he: 'תגובות', ru: 'Ответы' },
    singular: { en: 'Reply', he: 'תגובה', ru: 'Ответ' },
  },
  lockDocuments: false,
}

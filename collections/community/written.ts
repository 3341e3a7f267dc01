import type { Field } from 'payload'

import { LONGEST_REASON, REMOVERS } from '@/domain/community/posts'

const REMOVED_BY = {
  author: { en: 'Its author', he: 'מי שכתב', ru: 'Автор' },
  staff: { en: 'The school', he: 'בית הספר', ru: 'Школа' },
}

/**
 * What a post and a comment have alike, around their text: who wrote it (nobody, once the account is erased), under
 * which of the client's keys, so that what is sent twice is kept once, and what became of it.
 */
export const written = (body: Field): Field[] => [
  {
    name: 'author',
    type: 'relationship',
    label: { en: 'Written by', he: 'נכתב על ידי', ru: 'Кто написал' },
    relationTo: 'users',
  },
  body,
  { name: 'key', type: 'text', admin: { hidden: true }, required: true },
  {
    name: 'editedAt',
    type: 'date',
    label: { en: 'Edited', he: 'נערך', ru: 'Изменено' },
  },
  {
    name: 'removedAt',
    type: 'date',
    label: { en: 'Removed', he: 'הוסר', ru: 'Удалено' },
  },
  {
    name: 'removedBy',
    type: 'select',
    label: { en: 'Removed by', he: 'הוסר על ידי', ru: 'Кто удалил' },
    options: REMOVERS.map((value) => ({ label: REMOVED_BY[value], value })),
  },
  {
    name: 'reason',
    type: 'textarea',
    label: { en: 'Why it was removed', he: 'למה הוסר', ru: 'Почему удалено' },
    maxLength: LONGEST_REASON,
  },
  {
    name: 'moderator',
    type: 'relationship',
    label: { en: 'Moderated by', he: 'מי ניהל', ru: 'Модератор' },
    relationTo: 'users',
  },
]

import type { Field } from 'payload'

import { DISCUSSION_ENDS } from '@/domain/learning/discussions'

const AT_END = {
  closed: {
    en: 'Learners see it no more',
    he: 'הלומדים לא רואים אותו יותר',
    ru: 'Студенты его больше не видят',
  },
  open: { en: 'It goes on', he: 'הוא נמשך', ru: 'Оно продолжается' },
  readOnly: { en: 'It can still be read', he: 'אפשר רק לקרוא', ru: 'Его можно только читать' },
}

/** Whether a cohort has a discussion, what becomes of it when the cohort ends, and the way there. */
export const discussionFields: Field[] = [
  {
    name: 'discussion',
    type: 'ui',
    admin: {
      components: { Field: '/src/components/admin/DiscussionLink#DiscussionLink' },
      position: 'sidebar',
    },
    label: { en: 'Discussion', he: 'דיון', ru: 'Обсуждение' },
  },
  {
    name: 'hasDiscussion',
    type: 'checkbox',
    admin: {
      description: {
        en: 'People of this cohort, its team and the school’s staff write to each other on a page of the course.',
        he: 'אנשי המחזור, הצוות שלו וצוות בית הספר כותבים זה לזה בעמוד של הקורס.',
        ru: 'Студенты потока, его команда и сотрудники школы переписываются на странице курса.',
      },
      position: 'sidebar',
    },
    defaultValue: true,
    label: { en: 'Discussion', he: 'דיון', ru: 'Обсуждение' },
  },
  {
    name: 'discussionAtEnd',
    type: 'select',
    admin: {
      condition: (data) => Boolean(data.endsAt) && data.hasDiscussion !== false,
      position: 'sidebar',
    },
    defaultValue: 'open',
    label: {
      en: 'The discussion when the cohort ends',
      he: 'הדיון כשהמחזור מסתיים',
      ru: 'Обсуждение с концом потока',
    },
    options: DISCUSSION_ENDS.map((value) => ({ label: AT_END[value], value })),
    required: true,
  },
]

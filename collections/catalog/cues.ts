import type { JSONField } from 'payload'

import { authorField } from '@hooks/access/team'

/** At which seconds of a lesson's film which questions of its quiz are asked, as `Cue[]`; empty is none. */
export const cues: JSONField = {
  name: 'cues',
  type: 'json',
  access: { read: authorField },
  admin: {
    components: { Field: '/src/components/admin/CuesField#CuesField' },
    condition: ({ kind }) => kind === 'video',
    disableListColumn: true,
  },
  label: { en: 'Questions in the film', he: 'שאלות בתוך הסרט', ru: 'Вопросы внутри фильма' },
}

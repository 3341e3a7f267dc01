import type { JSONField } from 'payload'

import { canAsk } from '@/domain/catalog/lessons/cues'
import { authorField } from '@hooks/access/team'

/** At which seconds of a lesson's film or recording which questions of its quiz are asked, as `Cue[]`; empty is none. */
export const cues: JSONField = {
  name: 'cues',
  type: 'json',
  access: { read: authorField },
  admin: {
    components: { Field: '/src/components/admin/CuesField#CuesField' },
    condition: ({ kind }) => canAsk(kind),
    disableListColumn: true,
  },
  label: { en: 'Questions inside', he: 'שאלות בפנים', ru: 'Вопросы внутри' },
}

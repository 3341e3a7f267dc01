import type { SelectField } from 'payload'

import { PUBLISHERS } from '@/domain/tenancy/publishers'

const LABELS = {
  authors: {
    en: 'Instructors publish their courses themselves',
    he: 'המרצים מפרסמים קורסים בעצמם',
    ru: 'Преподаватели публикуют курсы сами',
  },
  managers: {
    en: 'Owners and admins approve every course',
    he: 'בעלים ומנהלים מאשרים כל קורס',
    ru: 'Каждый курс одобряют владельцы и администраторы',
  },
}

/** Who makes courses public in a school. */
export const publishers: SelectField = {
  name: 'publishers',
  type: 'select',
  admin: {
    description: {
      en: 'With approval, instructors submit a course; it waits in Courses, Approval until somebody approves or returns it.',
      he: 'כשנדרש אישור, מרצים מגישים את הקורס והוא ממתין בקורסים, אישור פרסום, עד שיאושר או יוחזר.',
      ru: 'При одобрении преподаватель отправляет курс на проверку, и он ждёт в разделе «Курсы», «Согласование», пока его не одобрят или не вернут.',
    },
  },
  defaultValue: 'authors',
  label: { en: 'Publishing', he: 'פרסום קורסים', ru: 'Публикация курсов' },
  options: PUBLISHERS.map((value) => ({ label: LABELS[value], value })),
}

import type { CheckboxField, GroupField } from 'payload'

import type { IncludedName } from '@/domain/tenancy/plans'

import { managerField, platformField } from '@hooks/access'

type Words = { en: string; he: string; ru: string }

const part = (name: IncludedName, label: Words): CheckboxField => ({
  name,
  type: 'checkbox',
  defaultValue: true,
  label,
})

/** The parts a plan can leave out. */
export const included: GroupField = {
  name: 'included',
  type: 'group',
  fields: [
    part('certificates', { en: 'Certificates', he: 'תעודות', ru: 'Сертификаты' }),
    part('coupons', { en: 'Coupons', he: 'קופונים', ru: 'Купоны' }),
    part('domains', { en: 'Own domains', he: 'דומיינים משלך', ru: 'Свои домены' }),
  ],
  label: { en: 'What the plan includes', he: 'מה המסלול כולל', ru: 'Что входит в тариф' },
}

/** The same on a school, where its plan sets it and managers read it. */
export const includedHere: GroupField = {
  ...included,
  access: { create: platformField, read: managerField, update: platformField },
  admin: {
    description: {
      en: 'Set by the plan. What it leaves out is off, whatever is switched on above; nothing made before is lost.',
      he: 'נקבע על ידי המסלול. מה שאינו כלול כבוי, גם אם הוא מופעל למעלה; דבר שכבר נוצר אינו הולך לאיבוד.',
      ru: 'Определяется тарифом. Чего в нём нет, то выключено, даже если включено выше; созданное раньше не пропадает.',
    },
  },
}

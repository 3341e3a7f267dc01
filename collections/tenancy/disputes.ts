import type { SelectField } from 'payload'

import { DISPUTE_ACCESS } from '@/domain/tenancy/disputeAccess'
import { managerField } from '@hooks/access'

const LABELS = {
  leave: { en: 'Stays as it is', he: 'נשארת כפי שהיא', ru: 'Остаётся как есть' },
  suspend: {
    en: 'Is paused while it is open, and ends when it is lost',
    he: 'מושהית כל עוד הערעור פתוח, ומסתיימת אם הוא הוכרע לטובת הקונה',
    ru: 'Приостанавливается, пока спор открыт, и закрывается, если он проигран',
  },
}

/** What becomes of access that was bought by a payment which its buyer contests. */
export const disputeAccess: SelectField = {
  name: 'disputeAccess',
  type: 'select',
  access: { read: managerField },
  admin: {
    description: {
      en: 'When a buyer contests a payment at their bank.',
      he: 'כשקונה מערער על תשלום בבנק שלו.',
      ru: 'Когда покупатель оспаривает платёж в своём банке.',
    },
  },
  defaultValue: 'suspend',
  label: {
    en: 'Access to what a contested payment opened',
    he: 'הגישה למה שנפתח בתשלום שערערו עליו',
    ru: 'Доступ к тому, что открыл оспоренный платёж',
  },
  options: DISPUTE_ACCESS.map((value) => ({ label: LABELS[value], value })),
}

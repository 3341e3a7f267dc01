import type { GroupField } from 'payload'

import { isSealed } from '@/secrets'
import { isInvoicePrefix } from '@/domain/tenancy/invoicePrefix'
import { managerField } from '@hooks/access'
import { openOwnTaxId, sealOwnTaxId } from '@hooks/tenancy/taxIds'

const LONGEST_TAX_ID = 60

/** What a school's invoices say of it; each invoice keeps what stood here when it was issued. */
export const invoicing: GroupField = {
  name: 'invoicing',
  type: 'group',
  access: { read: managerField },
  admin: {
    description: {
      en: 'Stands on every invoice issued from now on; those issued before stay as they are.',
      he: 'מופיע בכל חשבונית שתונפק מעתה; חשבוניות שכבר הונפקו אינן משתנות.',
      ru: 'Стоит на каждом новом счёте; уже выставленные не меняются.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'legalName',
          type: 'text',
          label: { en: 'Legal name', he: 'שם משפטי', ru: 'Юридическое название' },
          maxLength: 160,
        },
        {
          name: 'taxId',
          type: 'text',
          hooks: { afterRead: [openOwnTaxId], beforeChange: [sealOwnTaxId] },
          label: {
            en: 'Tax or registration number',
            he: 'מספר עוסק או מספר רישום',
            ru: 'ИНН или регистрационный номер',
          },
          validate: (value: null | string | undefined) =>
            !value ||
            value.length <= LONGEST_TAX_ID ||
            isSealed(value) ||
            'Sixty characters at most.',
        },
      ],
    },
    {
      name: 'address',
      type: 'textarea',
      label: { en: 'Address', he: 'כתובת', ru: 'Адрес' },
      maxLength: 400,
    },
    {
      name: 'prefix',
      type: 'text',
      admin: {
        description: {
          en: 'Before each number, as in INV-0001: capitals, digits, hyphens and slashes, and no digit last. Numbers go on when it changes.',
          he: 'לפני כל מספר, למשל INV-0001: אותיות לטיניות גדולות, ספרות, מקפים ולוכסנים, בלי ספרה בסוף. המספור נמשך גם כשהקידומת משתנה.',
          ru: 'Перед каждым номером, как в INV-0001: заглавные латинские буквы, цифры, дефисы и косые черты, в конце не цифра. Нумерация при смене продолжается.',
        },
        placeholder: 'INV-',
      },
      label: { en: 'Prefix of the number', he: 'קידומת המספר', ru: 'Префикс номера' },
      validate: (value: null | string | undefined) =>
        !value ||
        isInvoicePrefix(value) ||
        'Capitals, digits, hyphens and slashes, twelve at most, and no digit last.',
    },
    {
      name: 'note',
      type: 'textarea',
      label: { en: 'Note at the foot', he: 'הערה בתחתית', ru: 'Примечание внизу' },
      maxLength: 600,
    },
  ],
  label: { en: 'Invoices', he: 'חשבוניות', ru: 'Счета' },
}

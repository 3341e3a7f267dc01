import type { CollectionConfig } from 'payload'

import { managers, nobody, staffOnly } from '@hooks/access'
import { fitUpsell } from '@hooks/commerce/upsells'

import { PROPOSAL_MINUTES } from '@/domain/commerce/upsells'

import { tenant } from '../fields/tenant'
import { pricedOff, proposed } from './pricedOff'

/**
 * Something that is proposed once an order is paid, to be bought with one click, and what is proposed in its place where it was
 * declined. It follows the `offers` it names, or all. What came of it are `upsell-proposals`.
 */
export const Upsells: CollectionConfig = {
  slug: 'upsells',
  access: {
    admin: staffOnly,
    create: managers,
    delete: managers,
    read: managers,
    readVersions: nobody,
    unlock: nobody,
    update: managers,
  },
  admin: {
    components: { beforeListTable: ['/src/components/admin/UpsellFigures#UpsellFigures'] },
    defaultColumns: ['title', 'offered', 'offers', 'minutes', 'isActive'],
    description: {
      en: 'What is proposed right after a payment, to be added with one click.',
      he: 'מה מוצע מיד אחרי התשלום, להוספה בלחיצה אחת.',
      ru: 'Что предлагается сразу после оплаты и добавляется одним нажатием.',
    },
    useAsTitle: 'title',
  },
  fields: [
    tenant(),
    {
      name: 'offers',
      type: 'relationship',
      admin: {
        description: {
          en: 'None means after any purchase.',
          he: 'ריק – אחרי כל רכישה.',
          ru: 'Пусто — после любой покупки.',
        },
      },
      hasMany: true,
      label: { en: 'Whoever has bought', he: 'למי שקנו את', ru: 'Кто купил' },
      relationTo: 'offers',
    },
    {
      name: 'offered',
      type: 'relationship',
      index: true,
      label: { en: 'Is offered', he: 'מוצע', ru: 'Тому предлагается' },
      relationTo: 'offers',
      required: true,
    },
    ...proposed(),
    {
      name: 'downsell',
      type: 'group',
      admin: {
        description: {
          en: 'What is offered once to whoever says no: something smaller, or the same for less. Leave it empty to offer nothing.',
          he: 'מה מוצע פעם אחת למי שמוותרים: משהו קטן יותר, או אותו הדבר בפחות. אפשר להשאיר ריק.',
          ru: 'Что один раз предложить тому, кто отказался: меньшее или то же дешевле. Можно оставить пустым.',
        },
      },
      fields: [
        {
          name: 'offered',
          type: 'relationship',
          index: true,
          label: { en: 'Is offered instead', he: 'מוצע במקום', ru: 'Предлагается вместо этого' },
          relationTo: 'offers',
        },
        {
          name: 'title',
          type: 'text',
          label: { en: 'Words', he: 'מה כתוב', ru: 'Слова' },
          maxLength: 120,
        },
        {
          name: 'text',
          type: 'textarea',
          label: { en: 'Why', he: 'למה כדאי', ru: 'Почему это стоит взять' },
          maxLength: 400,
        },
        ...pricedOff(),
      ],
      label: { en: 'If it is declined', he: 'אם מוותרים', ru: 'Если отказались' },
    },
    {
      name: 'minutes',
      type: 'number',
      admin: {
        description: {
          en: 'How long after the payment it is offered, in minutes. A card that was kept for it is not charged later.',
          he: 'כמה דקות אחרי התשלום זה מוצע. כרטיס שנשמר לשם כך לא מחויב אחר כך.',
          ru: 'Сколько минут после оплаты это предлагается. Позже сохранённая для этого карта не списывается.',
        },
        position: 'sidebar',
      },
      defaultValue: PROPOSAL_MINUTES.usual,
      label: { en: 'Minutes', he: 'דקות', ru: 'Минуты' },
      max: PROPOSAL_MINUTES.most,
      min: PROPOSAL_MINUTES.least,
      required: true,
      validate: (value: null | number | undefined) =>
        (Number.isInteger(value) &&
          Number(value) >= PROPOSAL_MINUTES.least &&
          Number(value) <= PROPOSAL_MINUTES.most) ||
        `A whole number, from ${PROPOSAL_MINUTES.least} to ${PROPOSAL_MINUTES.most}.`,
    },
    {
      name: 'isActive',
      type: 'checkbox',
      admin: { position: 'sidebar' },
      defaultValue: true,
      label: { en: 'Offered now', he: 'מוצע עכשיו', ru: 'Предлагается сейчас' },
    },
    {
      name: 'position',
      type: 'number',
      admin: {
        description: {
          en: 'Of several that follow a purchase, the first that its buyer has not got is offered.',
          he: 'מבין כמה שמתאימות לרכישה מוצעת הראשונה שעדיין אין לקונה.',
          ru: 'Из подходящих покупке предлагается первое, чего у покупателя ещё нет.',
        },
        position: 'sidebar',
      },
      defaultValue: 0,
      label: { en: 'Position', he: 'מיקום', ru: 'Порядок' },
      required: true,
    },
  ],
  hooks: { beforeChange: [fitUpsell] },
  labels: {
    plural: { en: 'Offers after the payment', he: 'הצעות אחרי התשלום', ru: 'После оплаты' },
    singular: {
      en: 'Offer after the payment',
      he: 'הצעה אחרי התשלום',
      ru: 'Предложение после оплаты',
    },
  },
  lockDocuments: false,
}

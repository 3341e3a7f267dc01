import type { CollectionConfig } from 'payload'

import { managers, nobody, staffOnly } from '@hooks/access'
import { fitAddition } from '@hooks/commerce/offerAdditions'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'

/**
 * Something that is offered beside an offer, with a tick at its checkout, for less than usual or at a price of its own in one
 * currency. It goes with either offer.
 */
export const OfferAdditions: CollectionConfig = {
  slug: 'offer-additions',
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
    components: { beforeListTable: ['/src/components/admin/AdditionFigures#AdditionFigures'] },
    defaultColumns: ['title', 'offer', 'offered', 'isActive'],
    description: {
      en: 'What is offered at the checkout of an offer, to be added by a tick.',
      he: 'מה מוצע בעמוד התשלום של הצעה, להוספה בסימון.',
      ru: 'Что предлагается при оплате предложения и добавляется флажком.',
    },
    useAsTitle: 'title',
  },
  fields: [
    tenant(),
    {
      type: 'row',
      fields: [
        {
          name: 'offer',
          type: 'relationship',
          index: true,
          label: { en: 'Whoever buys', he: 'למי שקונים את', ru: 'Кто покупает' },
          relationTo: 'offers',
          required: true,
        },
        {
          name: 'offered',
          type: 'relationship',
          index: true,
          label: { en: 'Is offered', he: 'מוצע', ru: 'Тому предлагается' },
          relationTo: 'offers',
          required: true,
        },
      ],
    },
    {
      name: 'title',
      type: 'text',
      label: { en: 'Words', he: 'מה כתוב', ru: 'Слова' },
      maxLength: 120,
      required: true,
    },
    {
      name: 'text',
      type: 'textarea',
      label: { en: 'Why', he: 'למה כדאי', ru: 'Почему это стоит взять' },
      maxLength: 400,
    },
    {
      name: 'percentOff',
      type: 'number',
      admin: {
        description: { en: 'Off its usual price.', he: 'מהמחיר הרגיל.', ru: 'От обычной цены.' },
      },
      defaultValue: 0,
      label: { en: 'Percent off', he: 'אחוז ההנחה', ru: 'Скидка, %' },
      max: 100,
      min: 0,
      validate: (value: null | number | undefined) =>
        value == null ||
        (Number.isInteger(value) && value >= 0 && value < 100) ||
        'A whole number, from 0 to 99.',
    },
    {
      type: 'row',
      fields: [
        amount('amount', {
          label: { en: 'Or a price of its own', he: 'או מחיר משלה', ru: 'Или своя цена' },
          min: 1,
          required: false,
          validate: (value: null | number | undefined) =>
            value == null ||
            (Number.isSafeInteger(value) && value > 0) ||
            'A whole number of minor units, above zero.',
        }),
        currency('currency', {
          required: false,
          validate: (value: null | string | undefined) =>
            !value || /^[A-Z]{3}$/.test(value) || 'Three capital letters, as in USD.',
        }),
      ],
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
      admin: { position: 'sidebar' },
      defaultValue: 0,
      label: { en: 'Position', he: 'מיקום', ru: 'Порядок' },
      required: true,
    },
  ],
  hooks: { beforeChange: [fitAddition] },
  labels: {
    plural: { en: 'Order bumps', he: 'הצעות נלוות', ru: 'Дополнительные предложения' },
    singular: { en: 'Order bump', he: 'הצעה נלווית', ru: 'Дополнительное предложение' },
  },
  lockDocuments: false,
}

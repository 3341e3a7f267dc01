import type { CollectionConfig } from 'payload'

import { managers, nobody, staffOnly } from '@hooks/access'
import { fitAddition } from '@hooks/commerce/offerAdditions'

import { tenant } from '../fields/tenant'
import { proposed } from './pricedOff'

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
    ...proposed(),
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

import type { CollectionConfig } from 'payload'

import { machineWritten, managers } from '@hooks/access'

import { tenant } from '../fields/tenant'

/** One use of a coupon, held by one order while that is open or paid; gone when the use is given back. */
export const CouponRedemptions: CollectionConfig = {
  slug: 'coupon-redemptions',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['coupon', 'buyer', 'order', 'createdAt'],
    description: {
      en: 'Who used which coupon, and for which order.',
      he: 'מי השתמשו באיזה קופון, ובאיזו הזמנה.',
      ru: 'Кто каким купоном воспользовался и в каком заказе.',
    },
    useAsTitle: 'id',
  },
  fields: [
    tenant(),
    {
      name: 'coupon',
      type: 'relationship',
      label: { en: 'Coupon', he: 'קופון', ru: 'Купон' },
      relationTo: 'coupons',
      required: true,
    },
    {
      name: 'order',
      type: 'relationship',
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
      required: true,
    },
    {
      name: 'buyer',
      type: 'relationship',
      label: { en: 'Buyer', he: 'קונה', ru: 'Покупатель' },
      relationTo: 'users',
      required: true,
    },
  ],
  indexes: [{ fields: ['tenant', 'order'], unique: true }, { fields: ['coupon', 'buyer'] }],
  labels: {
    plural: { en: 'Uses of coupons', he: 'שימושים בקופונים', ru: 'Применения купонов' },
    singular: { en: 'Use of a coupon', he: 'שימוש בקופון', ru: 'Применение купона' },
  },
  lockDocuments: false,
}

import type { CollectionConfig } from 'payload'

import { anyOf, machineWritten, managerField, managers, owner } from '@hooks/access'
import { openParty } from '@hooks/tenancy/taxIds'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'
import { exchange } from './exchange'
import { sums } from './sums'
import { taxation } from './taxation'

/**
 * What a buyer agreed to pay, fixed when it was placed; its lines say for what. Written by the
 * checkout, by payment events and by charges of a subscription (`period` counts what it paid for, `terms`
 * are what was agreed in its first order) alone. `session` is the provider's id of the payment page; `merchant` is who sold it in the school's stead, with the fee it kept, once it is paid; `guestName`
 * stands where nobody was signed in, and is the name that was typed then; `billing` is what the invoice
 * is to say of the buyer, `follows` the order after whose payment it was proposed, `keepsCard` whether the card that pays is kept for one such purchase, `taxation` where they are and how that was taxed, `exchange` what it was worth in the school's currency, `accepted` the small print that stood beside the button, each page with its version, `isGift` whether somebody else learns by it, who is its `holder` once they have taken it, `mayRemind` whether they agreed to be reminded of it, and `locale` the language of its buyer, in which it is written.
 */
export const Orders: CollectionConfig = {
  slug: 'orders',
  access: machineWritten(anyOf(managers, owner('buyer'))),
  admin: {
    components: { beforeListTable: ['/src/components/admin/SalesFigures#SalesFigures'] },
    defaultColumns: ['number', 'buyer', 'total', 'currency', 'status', 'createdAt'],
    description: {
      en: 'What buyers ordered and whether it was paid.',
      he: 'מה הוזמן והאם שולם.',
      ru: 'Что заказали покупатели и оплачено ли это.',
    },
    listSearchableFields: ['number', 'session'],
    useAsTitle: 'number',
  },
  defaultPopulate: { number: true, status: true },
  fields: [
    tenant(),
    {
      name: 'refundDesk',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/OrderRefundDesk#OrderRefundDesk' },
        disableListColumn: true,
      },
    },
    {
      name: 'placeDesk',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/OrderPlaceDesk#OrderPlaceDesk' },
        condition: ({ status }) => status === 'paid',
        disableListColumn: true,
      },
    },
    {
      name: 'disputeDesk',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/OrderDisputeDesk#OrderDisputeDesk' },
        disableListColumn: true,
      },
    },
    {
      name: 'number',
      type: 'text',
      label: { en: 'Number', he: 'מספר', ru: 'Номер' },
      required: true,
    },
    {
      name: 'buyer',
      type: 'relationship',
      index: true,
      label: { en: 'Buyer', he: 'קונה', ru: 'Покупатель' },
      relationTo: 'users',
      required: true,
    },
    {
      name: 'guestName',
      type: 'text',
      admin: { condition: ({ guestName }) => Boolean(guestName) },
      label: { en: 'Bought as a guest by', he: 'נקנתה כאורח על ידי', ru: 'Куплен гостем' },
    },
    {
      name: 'status',
      type: 'select',
      defaultValue: 'pending',
      label: { en: 'Status', he: 'מצב', ru: 'Состояние' },
      options: [
        {
          label: { en: 'Waiting for payment', he: 'ממתינה לתשלום', ru: 'Ждёт оплаты' },
          value: 'pending',
        },
        { label: { en: 'Paid', he: 'שולמה', ru: 'Оплачен' }, value: 'paid' },
        {
          label: { en: 'Payment failed', he: 'התשלום נכשל', ru: 'Оплата не прошла' },
          value: 'failed',
        },
        { label: { en: 'Expired', he: 'פג תוקף', ru: 'Истёк' }, value: 'expired' },
        { label: { en: 'Cancelled', he: 'בוטלה', ru: 'Отменён' }, value: 'cancelled' },
      ],
      required: true,
    },
    { type: 'row', fields: sums() },
    currency(),
    {
      name: 'lines',
      type: 'join',
      admin: { allowCreate: false, defaultColumns: ['title'] },
      collection: 'order-lines',
      label: { en: 'Lines', he: 'שורות', ru: 'Строки' },
      on: 'order',
    },
    {
      name: 'coupon',
      type: 'relationship',
      label: { en: 'Coupon', he: 'קופון', ru: 'Купон' },
      relationTo: 'coupons',
    },
    {
      name: 'subscription',
      type: 'relationship',
      admin: { condition: ({ subscription }) => Boolean(subscription) },
      index: true,
      label: { en: 'Subscription', he: 'מנוי', ru: 'Подписка' },
      relationTo: 'subscriptions',
    },
    { name: 'period', type: 'number', admin: { hidden: true } },
    { name: 'terms', type: 'json', admin: { hidden: true } },
    {
      name: 'provider',
      type: 'text',
      label: { en: 'Paid through', he: 'דרך התשלום', ru: 'Способ оплаты' },
    },
    {
      name: 'merchant',
      type: 'text',
      admin: {
        condition: ({ merchant }) => Boolean(merchant),
        description: {
          en: 'The merchant of record: it sold this in your stead, pays the tax, and issued the buyer’s invoice.',
          he: 'הסוחר הרשום: הוא מכר במקומכם, משלם את המס והנפיק לקונה את החשבונית.',
          ru: 'Зарегистрированный продавец: он продал это вместо вас, платит налог и выставил счёт покупателю.',
        },
      },
      label: { en: 'Sold by', he: 'נמכר על ידי', ru: 'Продавец' },
    },
    amount('merchantFee', {
      admin: { condition: ({ merchant }) => Boolean(merchant) },
      label: { en: 'Its fee', he: 'העמלה שלו', ru: 'Его комиссия' },
      required: false,
    }),
    {
      name: 'merchantInvoice',
      type: 'text',
      admin: {
        components: { Field: '/src/components/admin/MerchantInvoice#MerchantInvoice' },
        condition: ({ merchant }) => Boolean(merchant),
      },
      label: { en: 'Its invoice', he: 'החשבונית שלו', ru: 'Его счёт' },
    },
    {
      name: 'taxTransaction',
      type: 'text',
      access: { create: () => false, read: () => false, update: () => false },
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
      hidden: true,
    },
    {
      name: 'direct',
      type: 'json',
      access: { create: () => false, read: () => false, update: () => false },
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
      hidden: true,
    },
    {
      name: 'session',
      type: 'text',
      label: { en: 'Payment page', he: 'דף התשלום', ru: 'Страница оплаты' },
    },
    { name: 'paymentUrl', type: 'text', admin: { hidden: true } },
    { name: 'billing', type: 'json', admin: { hidden: true }, hooks: { afterRead: [openParty] } },
    taxation,
    exchange,
    {
      name: 'accepted',
      type: 'json',
      admin: { condition: ({ accepted }) => Boolean(accepted) },
      label: { en: 'Accepted by paying', he: 'התקבל בתשלום', ru: 'Принято при оплате' },
    },
    {
      name: 'acceptedAt',
      type: 'date',
      admin: { condition: ({ acceptedAt }) => Boolean(acceptedAt) },
      label: { en: 'Accepted at', he: 'התקבל ב־', ru: 'Когда принято' },
    },
    {
      name: 'isGift',
      type: 'checkbox',
      admin: { condition: ({ isGift }) => isGift === true, readOnly: true },
      defaultValue: false,
      label: { en: 'A gift', he: 'מתנה', ru: 'Подарок' },
    },
    {
      name: 'holder',
      type: 'relationship',
      access: { read: managerField },
      admin: { condition: ({ isGift }) => isGift === true },
      index: true,
      label: { en: 'Redeemed by', he: 'מומשה על ידי', ru: 'Кто принял' },
      relationTo: 'users',
    },
    {
      name: 'follows',
      type: 'relationship',
      admin: { condition: ({ follows }) => Boolean(follows), readOnly: true },
      index: true,
      label: {
        en: 'Offered after the order',
        he: 'הוצעה אחרי ההזמנה',
        ru: 'Предложен после заказа',
      },
      relationTo: 'orders',
    },
    {
      name: 'keepsCard',
      type: 'checkbox',
      admin: { hidden: true },
      defaultValue: false,
      index: true,
    },
    { name: 'mayRemind', type: 'checkbox', admin: { hidden: true }, defaultValue: false },
    { name: 'locale', type: 'text', admin: { hidden: true } },
    { name: 'paidAt', type: 'date', label: { en: 'Paid at', he: 'שולמה ב־', ru: 'Оплачен' } },
    {
      name: 'expiresAt',
      type: 'date',
      label: { en: 'Open until', he: 'פתוחה עד', ru: 'Открыт до' },
    },
  ],
  indexes: [
    { fields: ['tenant', 'number'], unique: true },
    { fields: ['tenant', 'provider', 'session'], unique: true },
    { fields: ['status', 'expiresAt'] },
    { fields: ['tenant', 'createdAt'] },
    { fields: ['tenant', 'subscription', 'period'], unique: true },
  ],
  labels: {
    plural: { en: 'Orders', he: 'הזמנות', ru: 'Заказы' },
    singular: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
  },
  lockDocuments: false,
}

import type { CollectionConfig, NumberField } from 'payload'

import { LEDGER_ACCOUNTS, LEDGER_KINDS } from '@/domain/commerce/ledger'
import { machineWritten, managers } from '@hooks/access'

import { currency } from '../fields/money'
import { tenant } from '../fields/tenant'

const ACCOUNTS = {
  bank: { en: 'Sent to the bank', he: 'נשלח לבנק', ru: 'Отправлено в банк' },
  connected: {
    en: 'On the school’s own account',
    he: 'בחשבון של בית הספר',
    ru: 'На собственном счёте школы',
  },
  disputeFees: { en: 'Cost of disputes', he: 'עלות ערעורים', ru: 'Расходы на споры' },
  disputes: { en: 'Disputes', he: 'ערעורים', ru: 'Споры' },
  earnings: { en: 'Owed to those who share', he: 'מגיע לשותפים', ru: 'Причитается участникам' },
  feesBorne: {
    en: 'Fees that the platform bears',
    he: 'עמלות שהפלטפורמה נושאת בהן',
    ru: 'Комиссии, которые несёт платформа',
  },
  merchantFee: {
    en: 'Fee of the merchant of record',
    he: 'עמלת הסוחר הרשום',
    ru: 'Комиссия зарегистрированного продавца',
  },
  merchantTax: {
    en: 'Tax kept by the merchant of record',
    he: 'מס שנשמר אצל הסוחר הרשום',
    ru: 'Налог у зарегистрированного продавца',
  },
  payouts: { en: 'On its way to them', he: 'בדרך אליהם', ru: 'В пути к ним' },
  platformFee: { en: 'Fee of the platform', he: 'עמלת הפלטפורמה', ru: 'Комиссия платформы' },
  provider: { en: 'At the payment provider', he: 'אצל ספק התשלומים', ru: 'У платёжного сервиса' },
  providerFees: {
    en: 'Fees of payment providers',
    he: 'עמלות ספקי התשלומים',
    ru: 'Комиссии платёжных сервисов',
  },
  refunds: { en: 'Refunds', he: 'החזרים', ru: 'Возвраты' },
  sales: { en: 'Sales', he: 'מכירות', ru: 'Продажи' },
  shares: { en: 'Given to those who share', he: 'ניתן לשותפים', ru: 'Доли участников' },
  tax: { en: 'Tax', he: 'מס', ru: 'Налог' },
}

const KINDS = {
  banked: { en: 'Sent to the bank', he: 'נשלח לבנק', ru: 'Отправлено в банк' },
  dispute: { en: 'Dispute', he: 'ערעור', ru: 'Спор' },
  disputeFee: { en: 'Fee of a dispute', he: 'עמלת ערעור', ru: 'Комиссия за спор' },
  library: { en: 'Use of a library', he: 'שימוש בספרייה', ru: 'Пользование библиотекой' },
  payment: { en: 'Payment', he: 'תשלום', ru: 'Оплата' },
  payout: { en: 'Payout', he: 'העברה', ru: 'Выплата' },
  payoutFailed: { en: 'Payout came back', he: 'העברה חזרה', ru: 'Выплата вернулась' },
  payoutSettled: { en: 'Payout arrived', he: 'העברה הגיעה', ru: 'Выплата дошла' },
  providerFee: { en: 'Fee of the provider', he: 'עמלת הספק', ru: 'Комиссия сервиса' },
  refund: { en: 'Refund', he: 'החזר', ru: 'Возврат' },
  transfer: { en: 'Moved place', he: 'מקום שהועבר', ru: 'Перенос места' },
}

/** An amount in minor units that may be below zero: a debit above, a credit below it. */
const signed = (name: string, label: NonNullable<NumberField['label']>): NumberField => ({
  name,
  type: 'number',
  admin: { components: { Cell: '/src/components/admin/MoneyCell#MoneyCell' } },
  label,
  required: true,
})

/**
 * The books of the school: double entry, one row for each account that a movement of money touches. What has one `key`
 * was posted together and sums to zero. `sequence` numbers the rows of an account, holder and currency from 1, and `balance` is
 * their sum up to this one, so that the last row is the account's balance and those before it explain it. `holder` is
 * the id of whose account it is, where each has their own, and empty elsewhere. Written once; the database lets nobody change or delete one.
 */
export const LedgerEntries: CollectionConfig = {
  slug: 'ledger-entries',
  access: machineWritten(managers),
  admin: {
    components: { beforeListTable: ['/src/components/admin/LedgerBalances#LedgerBalances'] },
    defaultColumns: ['postedAt', 'kind', 'account', 'amount', 'balance', 'currency', 'order'],
    description: {
      en: 'Every movement of money, line by line; each balance is the sum of its lines.',
      he: 'כל תנועת כסף, שורה אחר שורה; כל יתרה היא סכום השורות שלה.',
      ru: 'Каждое движение денег, строка за строкой; любой остаток — сумма своих строк.',
    },
    listSearchableFields: ['key'],
    useAsTitle: 'key',
  },
  defaultSort: '-id',
  fields: [
    tenant(),
    {
      name: 'key',
      type: 'text',
      label: { en: 'Posted as', he: 'נרשם בתור', ru: 'Проводка' },
      required: true,
    },
    { name: 'place', type: 'number', admin: { hidden: true }, required: true },
    {
      name: 'postedAt',
      type: 'date',
      index: true,
      label: { en: 'Posted', he: 'נרשם', ru: 'Проведено' },
      required: true,
    },
    {
      name: 'kind',
      type: 'select',
      label: { en: 'What happened', he: 'מה קרה', ru: 'Событие' },
      options: LEDGER_KINDS.map((value) => ({ label: KINDS[value], value })),
      required: true,
    },
    {
      name: 'account',
      type: 'select',
      label: { en: 'Account', he: 'חשבון', ru: 'Счёт учёта' },
      options: LEDGER_ACCOUNTS.map((value) => ({ label: ACCOUNTS[value], value })),
      required: true,
    },
    { name: 'holder', type: 'text', admin: { hidden: true }, defaultValue: '', required: true },
    signed('amount', { en: 'Amount', he: 'סכום', ru: 'Сумма' }),
    signed('balance', { en: 'Balance', he: 'יתרה', ru: 'Остаток' }),
    currency(),
    { name: 'sequence', type: 'number', admin: { hidden: true }, required: true },
    {
      name: 'order',
      type: 'relationship',
      index: true,
      label: { en: 'Order', he: 'הזמנה', ru: 'Заказ' },
      relationTo: 'orders',
    },
    {
      name: 'line',
      type: 'relationship',
      label: { en: 'Line of the order', he: 'שורת ההזמנה', ru: 'Строка заказа' },
      relationTo: 'order-lines',
    },
    {
      name: 'rule',
      type: 'relationship',
      label: { en: 'Share', he: 'חלק', ru: 'Доля' },
      relationTo: 'revenue-shares',
    },
    {
      name: 'refund',
      type: 'relationship',
      label: { en: 'Refund', he: 'החזר', ru: 'Возврат' },
      relationTo: 'refunds',
    },
    {
      name: 'payout',
      type: 'relationship',
      index: true,
      label: { en: 'Payout', he: 'העברה', ru: 'Выплата' },
      relationTo: 'payouts',
    },
    {
      name: 'dispute',
      type: 'relationship',
      index: true,
      label: { en: 'Dispute', he: 'ערעור', ru: 'Спор' },
      relationTo: 'disputes',
    },
  ],
  indexes: [
    { fields: ['tenant', 'key', 'place'], unique: true },
    { fields: ['tenant', 'postedAt'] },
    { fields: ['tenant', 'account', 'holder', 'currency', 'sequence'], unique: true },
  ],
  labels: {
    plural: { en: 'Ledger', he: 'ספר החשבונות', ru: 'Книга проводок' },
    singular: { en: 'Ledger entry', he: 'רישום בספר', ru: 'Проводка' },
  },
  lockDocuments: false,
}

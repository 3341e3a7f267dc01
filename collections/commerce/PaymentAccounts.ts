import type { CollectionConfig, TextField } from 'payload'

import type { KeyName } from '@/domain/commerce/paymentAccounts'

import { KEYS_OF } from '@/domain/commerce/paymentAccounts'
import { managers, nobody, staffOnly } from '@hooks/access'
import { forgetAccount, keepAccount, tellAccount } from '@hooks/commerce/paymentAccounts'

import { tenant } from '../fields/tenant'

type Words = { en: string; he: string; ru: string }

const LABELS: Record<KeyName, Words> = {
  paddleApiKey: { en: 'API key', he: 'מפתח API', ru: 'Ключ API' },
  paddleClientToken: { en: 'Client-side token', he: 'Client-side token', ru: 'Client-side token' },
  paddleWebhookSecret: {
    en: 'Secret key of the notification destination',
    he: 'המפתח הסודי של יעד ההתראות',
    ru: 'Секретный ключ получателя уведомлений',
  },
  paypalClientId: { en: 'Client ID', he: 'Client ID', ru: 'Client ID' },
  paypalSecret: { en: 'Secret', he: 'Secret', ru: 'Secret' },
  paypalWebhookId: { en: 'Webhook ID', he: 'Webhook ID', ru: 'Webhook ID' },
  razorpayKeyId: { en: 'Key ID', he: 'Key ID', ru: 'Key ID' },
  razorpayKeySecret: { en: 'Key secret', he: 'Key secret', ru: 'Key secret' },
  razorpayWebhookSecret: { en: 'Webhook secret', he: 'Webhook secret', ru: 'Webhook secret' },
}

/** A key that is written and never read again: what stands in the row are its last four characters. */
const key = (provider: keyof typeof KEYS_OF, name: KeyName): TextField => ({
  name,
  type: 'text',
  admin: {
    autoComplete: 'off',
    condition: (data: Record<string, unknown>) => data.provider === provider,
    description: {
      en: 'Kept encrypted; of one that is set you see the end. Type a new one to replace it.',
      he: 'נשמר בהצפנה; ממפתח שמור רואים רק את סופו. כדי להחליף, מקלידים מפתח חדש.',
      ru: 'Хранится зашифрованным; у сохранённого виден только конец. Чтобы заменить, введите новый.',
    },
  },
  label: LABELS[name],
  maxLength: 400,
})

/**
 * How a school is paid: its accounts with payment providers, at most one of each provider in use. One without keys of
 * its own puts the installation's account into place, or out of use. `sealed` are the keys, encrypted with AES-256-GCM
 * under a key of that school and read by no API; `inUse` names the provider of an account in use, of which there is one.
 */
export const PaymentAccounts: CollectionConfig = {
  slug: 'payment-accounts',
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
    defaultColumns: ['provider', 'isActive', 'position', 'updatedAt'],
    description: {
      en: 'Whom your buyers can pay through. With several, they choose at the checkout; the lowest position stands first.',
      he: 'דרך מי הקונים יכולים לשלם. כשיש כמה, בוחרים בקופה; המיקום הנמוך ביותר מופיע ראשון.',
      ru: 'Через кого могут платить ваши покупатели. Если вариантов несколько, они выбирают при оплате; первым стоит наименьший номер.',
    },
    useAsTitle: 'provider',
  },
  defaultSort: 'position',
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'provider',
      type: 'select',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      options: [
        { label: { en: 'Stripe', he: 'Stripe', ru: 'Stripe' }, value: 'stripe' },
        { label: { en: 'PayPal', he: 'PayPal', ru: 'PayPal' }, value: 'paypal' },
        { label: { en: 'Razorpay', he: 'Razorpay', ru: 'Razorpay' }, value: 'razorpay' },
        {
          label: {
            en: 'Paddle, the merchant of record',
            he: 'Paddle, הסוחר הרשום (merchant of record)',
            ru: 'Paddle, зарегистрированный продавец (merchant of record)',
          },
          value: 'paddle',
        },
      ],
      required: true,
    },
    {
      name: 'isActive',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Whether it takes new orders. Refunds of earlier ones work either way.',
          he: 'האם לקבל דרכו הזמנות חדשות. החזרים על הזמנות קודמות פועלים בכל מקרה.',
          ru: 'Принимает ли новые заказы. Возвраты по прежним работают в любом случае.',
        },
      },
      defaultValue: true,
      label: { en: 'In use', he: 'בשימוש', ru: 'Используется' },
    },
    {
      name: 'position',
      type: 'number',
      defaultValue: 1,
      label: { en: 'Position', he: 'מיקום', ru: 'Порядок' },
      max: 100,
      min: 0,
      required: true,
    },
    {
      name: 'isSandbox',
      type: 'checkbox',
      admin: {
        condition: (data) => data.provider === 'paypal' || data.provider === 'paddle',
        description: {
          en: 'The keys are of the provider’s sandbox: nobody is charged.',
          he: 'המפתחות הם של סביבת הניסיון של הספק: איש אינו מחויב.',
          ru: 'Ключи от песочницы провайдера: деньги не списываются.',
        },
      },
      defaultValue: false,
      label: { en: 'Sandbox', he: 'סביבת ניסיון', ru: 'Песочница' },
    },
    ...KEYS_OF.paypal.map((name) => key('paypal', name)),
    ...KEYS_OF.razorpay.map((name) => key('razorpay', name)),
    {
      name: 'merchantNote',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/MerchantNote#MerchantNote' },
        condition: (data: Record<string, unknown>) => data.provider === 'paddle',
        disableListColumn: true,
      },
    },
    ...KEYS_OF.paddle.map((name) => key('paddle', name)),
    {
      name: 'webhook',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/admin/WebhookAddress#WebhookAddress' },
        disableListColumn: true,
      },
    },
    {
      name: 'sealed',
      type: 'text',
      access: { create: () => false, read: () => false, update: () => false },
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
      hidden: true,
    },
    {
      name: 'inUse',
      type: 'text',
      access: { create: () => false, read: () => false, update: () => false },
      admin: { disableListColumn: true, disableListFilter: true, hidden: true },
      hidden: true,
    },
  ],
  hooks: {
    afterChange: [tellAccount],
    afterDelete: [forgetAccount],
    beforeChange: [keepAccount],
  },
  indexes: [{ fields: ['tenant', 'inUse'], unique: true }],
  labels: {
    plural: { en: 'Ways to be paid', he: 'דרכי תשלום', ru: 'Способы оплаты' },
    singular: { en: 'Way to be paid', he: 'דרך תשלום', ru: 'Способ оплаты' },
  },
  lockDocuments: false,
}

import type { GroupField } from 'payload'

import { PAYOUT_SCHEDULES } from '@/domain/tenancy/payoutSchedules'
import { managerField } from '@hooks/access'

import { amount } from '../fields/money'
import { percentage } from '../fields/percentage'

const SCHEDULES = {
  byHand: { en: 'By hand', he: 'באופן ידני', ru: 'Вручную' },
  monthly: { en: 'Every month', he: 'מדי חודש', ru: 'Каждый месяц' },
  weekly: { en: 'Every week', he: 'מדי שבוע', ru: 'Каждую неделю' },
}

const inSchoolCurrency = {
  components: {
    Field: {
      clientProps: { currencyPath: 'settings.currency' },
      path: '/src/components/admin/MoneyField#MoneyField',
    },
  },
} as const

/** How those who share in sales earn, and when what they earned is paid out. */
export const earnings: GroupField = {
  name: 'earnings',
  type: 'group',
  access: { read: managerField },
  fields: [
    {
      name: 'direct',
      type: 'checkbox',
      admin: {
        description: {
          en: 'What is paid by Stripe goes on at once to an account of the school’s own, less the platform’s fee; open it under Payouts. Those who share in sales are then paid by the school.',
          he: 'מה ששולם דרך Stripe עובר מיד לחשבון של בית הספר, בניכוי עמלת הפלטפורמה; פותחים אותו תחת ״העברות״. למי ששותף במכירות משלם אז בית הספר.',
          ru: 'Оплаченное через Stripe сразу уходит на собственный счёт школы за вычетом комиссии платформы; он открывается в разделе «Выплаты». Тем, у кого есть доля, тогда платит школа.',
        },
      },
      defaultValue: false,
      label: {
        en: 'Sales go straight to the school’s account',
        he: 'המכירות עוברות ישירות לחשבון בית הספר',
        ru: 'Продажи идут прямо на счёт школы',
      },
    },
    {
      name: 'afterProvider',
      type: 'checkbox',
      defaultValue: false,
      label: {
        en: 'Share what is left after the payment provider’s fee',
        he: 'לחלק את מה שנותר אחרי עמלת ספק התשלומים',
        ru: 'Делить то, что осталось после комиссии платёжного сервиса',
      },
    },
    {
      type: 'row',
      fields: [
        percentage('providerRate', {
          admin: { condition: (_, siblings) => Boolean(siblings.afterProvider) },
          label: { en: 'Its percentage', he: 'האחוז שלה', ru: 'Её процент' },
        }),
        amount('providerFixed', {
          admin: {
            ...inSchoolCurrency,
            condition: (_, siblings) => Boolean(siblings.afterProvider),
            description: {
              en: 'For each order in the school’s currency.',
              he: 'לכל הזמנה במטבע של בית הספר.',
              ru: 'С каждого заказа в валюте школы.',
            },
          },
          label: { en: 'Fixed part', he: 'חלק קבוע', ru: 'Постоянная часть' },
          required: false,
        }),
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'schedule',
          type: 'select',
          defaultValue: 'byHand',
          label: { en: 'Paid out', he: 'תשלום לשותפים', ru: 'Выплаты' },
          options: PAYOUT_SCHEDULES.map((value) => ({ label: SCHEDULES[value], value })),
        },
        {
          name: 'holdingDays',
          type: 'number',
          admin: {
            description: {
              en: 'Days that money waits before it can be paid out, in case it is to be given back.',
              he: 'ימים שהכסף ממתין לפני שאפשר להעביר אותו, למקרה של החזר.',
              ru: 'Сколько дней деньги ждут выплаты на случай возврата.',
            },
          },
          defaultValue: 30,
          label: { en: 'Days held', he: 'ימי המתנה', ru: 'Дней ожидания' },
          max: 365,
          min: 0,
        },
        amount('minimum', {
          admin: {
            ...inSchoolCurrency,
            description: {
              en: 'Less than that waits for the next time.',
              he: 'פחות מזה ימתין לפעם הבאה.',
              ru: 'Меньшая сумма ждёт следующего раза.',
            },
          },
          defaultValue: 0,
          label: { en: 'Least to be paid out', he: 'סכום מזערי להעברה', ru: 'Наименьшая выплата' },
          required: false,
        }),
      ],
    },
  ],
  label: { en: 'Shares and payouts', he: 'חלוקת הכנסות והעברות', ru: 'Доли и выплаты' },
}

import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { formatMoney } from '@/components/ui/formatMoney'
import { balancesOf } from '@/operations/commerce/balances'

import { wordsIn } from './words'

const WORDS = {
  en: {
    accounts: {
      bank: 'Sent to the bank',
      connected: 'On the school’s own account',
      disputeFees: 'Cost of disputes',
      disputes: 'Taken by disputes',
      earnings: 'Owed to those who share',
      feesBorne: 'Fees that the platform bears',
      merchantFee: 'Kept by the merchant of record',
      merchantTax: 'Tax paid by the merchant of record',
      payouts: 'On its way to them',
      platformFee: 'Fee of the platform',
      provider: 'At the payment provider',
      providerFees: 'Fees of payment providers',
      refunds: 'Given back',
      sales: 'Sold',
      shares: 'Given to those who share',
      tax: 'Tax collected',
    },
    entries: (count: number) =>
      `from ${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`,
    heading: 'Balances',
    none: 'Nothing was sold yet. Each payment and each refund will stand here, line by line.',
  },
  he: {
    accounts: {
      bank: 'נשלח לבנק',
      connected: 'בחשבון של בית הספר',
      disputeFees: 'עלות ערעורים',
      disputes: 'נלקח בערעורים',
      earnings: 'מגיע לשותפים',
      feesBorne: 'עמלות שהפלטפורמה נושאת בהן',
      merchantFee: 'נשאר אצל הסוחר הרשום',
      merchantTax: 'מס שהסוחר הרשום משלם',
      payouts: 'בדרך אליהם',
      platformFee: 'עמלת הפלטפורמה',
      provider: 'אצל ספק התשלומים',
      providerFees: 'עמלות ספקי התשלומים',
      refunds: 'הוחזר',
      sales: 'נמכר',
      shares: 'ניתן לשותפים',
      tax: 'מס שנגבה',
    },
    entries: (count: number) =>
      count === 1 ? 'משורה אחת' : `מ־${count.toLocaleString('he')} שורות`,
    heading: 'יתרות',
    none: 'עדיין לא נמכר דבר. כל תשלום וכל החזר יופיעו כאן, שורה אחר שורה.',
  },
  ru: {
    accounts: {
      bank: 'Отправлено в банк',
      connected: 'На собственном счёте школы',
      disputeFees: 'Расходы на споры',
      disputes: 'Списано по спорам',
      earnings: 'Причитается участникам',
      feesBorne: 'Комиссии, которые несёт платформа',
      merchantFee: 'Комиссия зарегистрированного продавца',
      merchantTax: 'Налог, который платит зарегистрированный продавец',
      payouts: 'В пути к ним',
      platformFee: 'Комиссия платформы',
      provider: 'У платёжного сервиса',
      providerFees: 'Комиссии платёжных сервисов',
      refunds: 'Возвращено',
      sales: 'Продано',
      shares: 'Доли участников',
      tax: 'Собрано налога',
    },
    entries: (count: number) => `строк: ${count.toLocaleString('ru')}`,
    heading: 'Остатки',
    none: 'Пока ничего не продано. Каждая оплата и каждый возврат появятся здесь строка за строкой.',
  },
}

/** Above the ledger: what every account of the school holds, by currency, and how many lines explain it. */
export const LedgerBalances = async ({ i18n, payload, user }: BeforeListTableServerProps) => {
  const tenant = (user as null | { tenant?: string | { id: string } })?.tenant
  if (!tenant) {
    return null
  }
  const words = wordsIn(i18n.language, WORDS)
  const req = await createLocalReq({ user }, payload)
  const balances = await balancesOf({
    req,
    tenant: typeof tenant === 'string' ? tenant : tenant.id,
  })

  return (
    <section aria-label={words.heading} className="lectern-balances">
      {balances.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        [...new Set(balances.map(({ currency }) => currency))].map((of) => (
          <section aria-label={of} key={of}>
            <h3>{of}</h3>
            <dl>
              {balances
                .filter(({ currency }) => currency === of)
                .map(({ account, balance, currency, entries }) => (
                  <div key={account}>
                    <dt>{words.accounts[account]}</dt>
                    <dd>
                      <bdi>{formatMoney({ amount: balance, currency, locale: i18n.language })}</bdi>
                      <small>{words.entries(entries)}</small>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))
      )}
    </section>
  )
}

import type { BeforeListTableServerProps } from 'payload'

import { createLocalReq } from 'payload'

import { formatMoney } from '@/components/ui/formatMoney'
import { upsellFigures } from '@/operations/commerce/upsellFigures'

import { wordsIn } from './words'

type Counts = { declined: number; shown: number; taken: number }

const WORDS = {
  en: {
    after: 'after a no',
    counts: ({ declined, shown, taken }: Counts) =>
      `shown ${shown.toLocaleString('en')} times, taken ${taken.toLocaleString('en')}, declined ${declined.toLocaleString('en')}`,
    heading: 'What came of it',
    none: 'What is offered after payments will be counted here.',
  },
  he: {
    after: 'אחרי ויתור',
    counts: ({ declined, shown, taken }: Counts) =>
      `הוצגה ${shown.toLocaleString('he')} פעמים, התקבלה ${taken.toLocaleString('he')}, ויתרו ${declined.toLocaleString('he')}`,
    heading: 'מה יצא מזה',
    none: 'כאן ייספר מה שהוצע אחרי תשלומים.',
  },
  ru: {
    after: 'после отказа',
    counts: ({ declined, shown, taken }: Counts) =>
      `показов: ${shown.toLocaleString('ru')}, взяли: ${taken.toLocaleString('ru')}, отказались: ${declined.toLocaleString('ru')}`,
    heading: 'Что это принесло',
    none: 'Здесь будет то, что предлагали после оплаты.',
  },
}

/** Above the list of what is proposed after payments: how often each was shown, taken and declined, and for how much. */
export const UpsellFigures = async ({ i18n, payload, user }: BeforeListTableServerProps) => {
  const tenant = (user as null | { tenant?: string | { id: string } })?.tenant
  if (!tenant) {
    return null
  }
  const words = wordsIn(i18n.language, WORDS)
  const figures = await upsellFigures({
    req: await createLocalReq({ user }, payload),
    tenant: typeof tenant === 'string' ? tenant : tenant.id,
  })

  return (
    <section aria-label={words.heading} className="lectern-balances lectern-recovered">
      <h2>{words.heading}</h2>
      {figures.length === 0 && <p>{words.none}</p>}
      {figures.map(({ id, currency, step, title, total, ...counts }) => (
        <figure key={`${id} ${step} ${currency}`}>
          <figcaption>
            <strong>
              <bdi>{formatMoney({ amount: total, currency, locale: i18n.language })}</bdi>
            </strong>
            <small>
              <bdi>{title}</bdi>
              {step === 'downsell' && ` (${words.after})`}: {words.counts(counts)}
            </small>
          </figcaption>
        </figure>
      ))}
    </section>
  )
}

import { getTranslations } from 'next-intl/server'

import { Button } from '../ui/Button'
import { ButtonLink } from '../ui/ButtonLink'
import { Field } from '../ui/Field'
import { Input } from '../ui/Input'
import { Select } from '../ui/Select'
import { ORDER_FILTERS, type OrderSearch as Search } from '@/domain/commerce/orderSearch'

/** Finds among one's own orders by what stands in them, how they stand, and when; a form that a browser sends by itself. */
export const OrderSearch = async ({ search }: { search: Search }) => {
  const t = await getTranslations('account.orders.search')
  const { from, status, text, to } = search

  return (
    <form action="/account/orders" className="mb-10 grid grid-cols-2 gap-4" role="search">
      <Field className="col-span-2 sm:col-span-1" label={t('text')}>
        <Input defaultValue={text} maxLength={100} name="text" type="search" />
      </Field>
      <Field className="col-span-2 sm:col-span-1" label={t('status')}>
        <Select
          defaultValue={status ?? ''}
          name="status"
          options={[
            { label: t('any'), value: '' },
            ...ORDER_FILTERS.map((value) => ({ label: t(`states.${value}`), value })),
          ]}
        />
      </Field>
      <Field label={t('from')}>
        <Input defaultValue={from ?? ''} name="from" type="date" />
      </Field>
      <Field label={t('to')}>
        <Input defaultValue={to ?? ''} name="to" type="date" />
      </Field>
      <div className="col-span-2 flex flex-wrap gap-3">
        <Button type="submit" variant="secondary">
          {t('find')}
        </Button>
        {(text || status || from || to) && (
          <ButtonLink href="/account/orders" variant="quiet">
            {t('all')}
          </ButtonLink>
        )}
      </div>
    </form>
  )
}

'use client'

import { useLocale, useTranslations } from 'next-intl'

import { Button } from '@/components/ui/Button'
import { DataTable } from '@/components/ui/DataTable'
import { formatMoney } from '@/components/ui/formatMoney'

import { Specimen } from './Specimen'

const COUNT = 23

/** A table that is sorted, searched, paged through and selected from. */
export const Tables = () => {
  const t = useTranslations('design')
  const locale = useLocale()
  const rows = Array.from({ length: COUNT }, (_, index) => ({
    name: t('courseNumber', { number: index + 1 }),
    learners: (index * 37) % 101,
    paid: ((index * 53) % 29) * 4900,
  }))

  return (
    <Specimen title={t('tables')}>
      <DataTable
        actions={() => <Button variant="secondary">{t('remove')}</Button>}
        caption={t('tables')}
        columns={[
          { header: t('course'), key: 'name', value: ({ name }) => name },
          {
            header: t('learners'),
            key: 'learners',
            numeric: true,
            value: ({ learners }) => learners,
          },
          {
            cell: ({ paid }) => formatMoney({ amount: paid, currency: 'USD', locale }),
            header: t('revenue'),
            key: 'paid',
            numeric: true,
            value: ({ paid }) => paid,
          },
        ]}
        pageSize={5}
        rowKey={({ name }) => name}
        rows={rows}
        words={{
          filter: t('filter'),
          next: t('next'),
          none: t('nothing'),
          page: (page, pages) => t('pageOf', { page, pages }),
          previous: t('previous'),
          selectAll: t('selectAll'),
          selected: (count) => t('selected', { count }),
          selectRow: (name) => t('selectRow', { name }),
        }}
      />
    </Specimen>
  )
}

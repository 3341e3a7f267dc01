import type { CollectionConfig } from 'payload'

import { RECONCILIATION_STATES } from '@/domain/commerce/reconciliation'
import { machineWritten, managers } from '@hooks/access'

import { tenant } from '../fields/tenant'

const STATES = {
  agrees: { en: 'The books agree', he: 'הספרים תואמים', ru: 'Книги сходятся' },
  differs: { en: 'Something is unexplained', he: 'יש פער לא מוסבר', ru: 'Есть расхождения' },
  failed: { en: 'Could not be compared', he: 'ההשוואה נכשלה', ru: 'Сверить не удалось' },
  mended: {
    en: 'Agree, after mending',
    he: 'תואמים, אחרי תיקון',
    ru: 'Сходятся после исправления',
  },
}

/** A comparison of the school's books with those of a provider, one for each day; `totals` are both sides by kind and currency. */
export const Reconciliations: CollectionConfig = {
  slug: 'reconciliations',
  access: machineWritten(managers),
  admin: {
    defaultColumns: ['day', 'provider', 'status', 'compared', 'mended', 'unexplained'],
    description: {
      en: 'Every night your books are compared with those of your payment providers. What they did not tell is fetched; what stays unexplained stands here.',
      he: 'בכל לילה הספרים שלכם מושווים לאלה של ספקי התשלומים. מה שלא דווח נאסף; מה שנותר לא מוסבר מופיע כאן.',
      ru: 'Каждую ночь ваши книги сверяются с книгами платёжных сервисов. О чём не сообщили, то запрашивается; что осталось необъяснённым, стоит здесь.',
    },
    useAsTitle: 'day',
  },
  defaultSort: '-day',
  fields: [
    tenant(),
    { name: 'day', type: 'text', label: { en: 'Day', he: 'יום', ru: 'День' }, required: true },
    {
      name: 'provider',
      type: 'text',
      label: { en: 'Provider', he: 'ספק', ru: 'Провайдер' },
      required: true,
    },
    {
      name: 'status',
      type: 'select',
      label: { en: 'Result', he: 'תוצאה', ru: 'Итог' },
      options: RECONCILIATION_STATES.map((value) => ({ label: STATES[value], value })),
      required: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'compared',
          type: 'number',
          label: { en: 'Compared', he: 'הושוו', ru: 'Сверено' },
          required: true,
        },
        {
          name: 'mended',
          type: 'number',
          label: { en: 'Fetched', he: 'נאספו', ru: 'Запрошено' },
          required: true,
        },
        {
          name: 'unexplained',
          type: 'number',
          label: { en: 'Unexplained', he: 'לא מוסברים', ru: 'Не объяснено' },
          required: true,
        },
      ],
    },
    {
      name: 'failure',
      type: 'text',
      admin: { condition: ({ failure }) => Boolean(failure) },
      label: { en: 'Why it failed', he: 'סיבת הכישלון', ru: 'Почему не удалось' },
    },
    {
      name: 'differences',
      type: 'json',
      admin: {
        components: { Field: '/src/components/admin/ReconciliationTable#ReconciliationTable' },
      },
      label: { en: 'Differences', he: 'פערים', ru: 'Расхождения' },
      required: true,
    },
    {
      name: 'totals',
      type: 'json',
      admin: {
        components: { Field: '/src/components/admin/ReconciliationTotals#ReconciliationTotals' },
      },
      label: { en: 'Sums of both sides', he: 'סכומי שני הצדדים', ru: 'Суммы обеих сторон' },
      required: true,
    },
    {
      name: 'coversFrom',
      type: 'date',
      label: { en: 'From', he: 'מ־', ru: 'С' },
      required: true,
    },
    { name: 'coversTo', type: 'date', label: { en: 'To', he: 'עד', ru: 'По' }, required: true },
    {
      name: 'ranAt',
      type: 'date',
      label: { en: 'Made', he: 'נערכה', ru: 'Сделана' },
      required: true,
    },
  ],
  indexes: [{ fields: ['tenant', 'provider', 'day'], unique: true }],
  labels: {
    plural: { en: 'Reconciliations', he: 'התאמות', ru: 'Сверки' },
    singular: { en: 'Reconciliation', he: 'התאמה', ru: 'Сверка' },
  },
  lockDocuments: false,
}

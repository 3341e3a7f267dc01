import type { CollectionConfig } from 'payload'

import { managers, nobody, platformStaff, staffOnly } from '@hooks/access'
import { planChanged } from '@hooks/tenancy/planSales'
import { keepUsedPlans, spreadPlan } from '@hooks/tenancy/plans'

import { amount, currency } from '../fields/money'
import { tenant } from '../fields/tenant'
import { fee } from './fee'
import { included } from './included'
import { limitFields, requestsField } from './limits'
import { sale, saleState } from './sale'

/**
 * What the platform offers to schools: how much of each thing, and which parts of the product. The rows
 * are the platform's own; a school on a plan holds a copy of what it gives, which its limits and
 * features are read from. Managers of schools see their plan and the offered ones in a panel.
 */
export const Plans: CollectionConfig = {
  slug: 'plans',
  access: {
    admin: staffOnly,
    create: platformStaff,
    delete: platformStaff,
    read: managers,
    readVersions: nobody,
    unlock: nobody,
    update: platformStaff,
  },
  admin: {
    components: { views: { list: { Component: '/src/components/admin/PlanPanel#PlanPanel' } } },
    defaultColumns: ['name', 'price', 'isOffered', 'updatedAt'],
    description: {
      en: 'How much a school may have, and which parts of the product.',
      he: 'כמה מותר לבית ספר, ואילו חלקים של המוצר.',
      ru: 'Сколько можно школе и какие части продукта ей доступны.',
    },
    listSearchableFields: ['name'],
    useAsTitle: 'name',
  },
  disableDuplicate: true,
  fields: [
    tenant(),
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', he: 'שם', ru: 'Название' },
      maxLength: 60,
      required: true,
    },
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'In a sentence or two', he: 'במשפט או שניים', ru: 'В одном-двух предложениях' },
      maxLength: 300,
    },
    {
      type: 'row',
      fields: [
        amount('price', {
          admin: {
            description: {
              en: '0 for nothing.',
              he: '0 – ללא תשלום.',
              ru: '0 — бесплатно.',
            },
          },
          defaultValue: 0,
          label: { en: 'Price for a month', he: 'מחיר לחודש', ru: 'Цена за месяц' },
        }),
        currency('currency', { defaultValue: 'USD' }),
      ],
    },
    {
      name: 'isOffered',
      type: 'checkbox',
      admin: {
        description: {
          en: 'Schools are shown it among those they can ask for.',
          he: 'בתי ספר רואים אותו בין המסלולים שאפשר לבקש.',
          ru: 'Школы видят его среди тех, о которых можно попросить.',
        },
        position: 'sidebar',
      },
      defaultValue: true,
      label: { en: 'Offered', he: 'מוצע', ru: 'Предлагается' },
    },
    {
      name: 'limits',
      type: 'group',
      admin: {
        description: {
          en: 'Empty means no limit.',
          he: 'ריק – ללא הגבלה.',
          ru: 'Пусто — без ограничения.',
        },
      },
      fields: [...limitFields, requestsField],
      label: { en: 'Limits', he: 'מכסות', ru: 'Лимиты' },
    },
    included,
    fee,
    sale,
    saleState,
  ],
  hooks: {
    afterChange: [spreadPlan, planChanged],
    afterDelete: [planChanged],
    beforeDelete: [keepUsedPlans],
  },
  indexes: [{ fields: ['tenant', 'name'], unique: true }],
  labels: {
    plural: { en: 'Plans', he: 'מסלולים', ru: 'Тарифы' },
    singular: { en: 'Plan', he: 'מסלול', ru: 'Тариф' },
  },
  lockDocuments: false,
}

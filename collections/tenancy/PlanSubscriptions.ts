import type { CollectionConfig } from 'payload'

import { PLAN_STATUSES } from '@/domain/tenancy/planSubscriptions'
import { machineWritten, managers } from '@hooks/access'

import { record } from '../fields/record'
import { tenant } from '../fields/tenant'

/**
 * What a school pays the platform: one row for each school, as the platform's provider said last. `version` rises
 * with each word of it; `former` is what the school had before it first paid, and goes back to where no offered plan
 * costs nothing. `session` is a page on which somebody may still pay.
 */
export const PlanSubscriptions: CollectionConfig = {
  slug: 'plan-subscriptions',
  access: machineWritten(managers),
  admin: { hidden: true, useAsTitle: 'id' },
  fields: [
    tenant(),
    { name: 'plan', type: 'text', index: true },
    { name: 'provider', type: 'select', options: ['stripe', 'test'] },
    { name: 'customer', type: 'text' },
    { name: 'subscription', type: 'text' },
    { name: 'status', type: 'select', options: [...PLAN_STATUSES] },
    { name: 'periodEnd', type: 'date' },
    { name: 'endsAtPeriodEnd', type: 'checkbox', defaultValue: false },
    { name: 'session', type: 'text' },
    { name: 'wanted', type: 'text' },
    { name: 'version', type: 'number', defaultValue: 1, required: true },
    record('former', { isRequired: false, label: { en: 'Before', he: 'לפני כן', ru: 'До этого' } }),
  ],
  indexes: [{ fields: ['tenant'], unique: true }],
  labels: {
    plural: { en: 'Subscriptions to plans', he: 'מינויים למסלולים', ru: 'Подписки на тарифы' },
    singular: { en: 'Subscription to a plan', he: 'מינוי למסלול', ru: 'Подписка на тариф' },
  },
  lockDocuments: false,
}

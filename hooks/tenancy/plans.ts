import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
} from 'payload'

import { APIError } from 'payload'

import type { Plan, Tenant } from '@payload-types'

import { isLocale } from '@/domain/tenancy/locales'
import { givenByPlan, schoolsOn, spread } from '@/operations/tenancy/plans'
import { announce } from '@hooks/events/announce'

type Row = Pick<Tenant, 'id' | 'plan' | 'settings'>

/** A school put on a plan has what the plan gives, from the same moment; one taken off keeps what it has. 422 planUnknown. */
export const applyPlan: CollectionBeforeChangeHook<Row> = async ({ data, originalDoc, req }) => {
  const { plan } = data
  if (!plan || plan === originalDoc?.plan) {
    return data
  }
  const given = await givenByPlan({ plan, req })
  if (!given) {
    throw new APIError('There is no such plan.', 422, { code: 'planUnknown' }, true)
  }

  return { ...data, settings: { ...data.settings, ...given } }
}

/** What a plan gives now is given to every school on it, and their pages are made anew. */
export const spreadPlan: CollectionAfterChangeHook<Plan> = async ({
  doc: { id },
  operation,
  req,
}) => {
  if (operation === 'update') {
    for (const tenant of await spread({ plan: id, req })) {
      await announce({
        data: { id: tenant, collection: 'tenants' },
        fact: 'content.changed',
        req,
        tenant,
      })
    }
  }
}

const IN_USE = {
  en: 'Schools are on this plan. Put them on another one first.',
  he: 'יש בתי ספר במסלול הזה. יש להעביר אותם קודם למסלול אחר.',
  ru: 'На этом тарифе есть школы. Сначала переведите их на другой.',
}

/** 409 inUse for a plan that schools are on. */
export const keepUsedPlans: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if ((await schoolsOn({ plan: String(id), req })) > 0) {
    const { language } = req.i18n
    throw new APIError(IN_USE[isLocale(language) ? language : 'en'], 409, { code: 'inUse' }, true)
  }
}

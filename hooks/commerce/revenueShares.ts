import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'

import { sql } from '@payloadcms/db-postgres'
import { APIError, ValidationError } from 'payload'

import type { RevenueShare } from '@payload-types'

import { row } from '@/database/transaction'
import { idOf } from '@/domain/ids'
import { isLocale } from '@/domain/tenancy/locales'
import { followTeam } from '@/operations/commerce/followTeam'
import { shareFault } from '@/operations/commerce/shareFault'
import { reaction } from '@hooks/events/reaction'

const WORDS = {
  ended: {
    en: 'A rule ends after it starts.',
    he: 'כלל מסתיים אחרי שהתחיל.',
    ru: 'Правило заканчивается после начала.',
  },
  notTeaching: {
    en: 'This person does not teach here: give a role, or a place in the course’s team.',
    he: 'האדם הזה אינו מלמד כאן: יש לתת תפקיד, או מקום בצוות הקורס.',
    ru: 'Этот человек здесь не преподаёт: дайте роль или место в команде курса.',
  },
  overlap: {
    en: 'This person has a share of the course at that time already.',
    he: 'לאדם הזה כבר יש חלק בקורס בתקופה הזו.',
    ru: 'У этого человека уже есть доля в курсе в это время.',
  },
  tooMuch: {
    en: 'Together with the others this is more than all of it.',
    he: 'יחד עם האחרים זה יותר מהכול.',
    ru: 'Вместе с остальными это больше целого.',
  },
}

const PLACES = {
  ended: 'endsAt',
  notTeaching: 'person',
  overlap: 'startsAt',
  tooMuch: 'share',
} as const

/**
 * Refuses a rule of somebody who does not teach in the school, one that ends before it starts, and one that does not fit beside the others of its
 * course, whose rules wait for it until the change is committed.
 */
export const fitShare: CollectionBeforeChangeHook<RevenueShare> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const rule = { ...originalDoc, ...data }
  const { course, endsAt, person, share, startsAt } = rule
  if (!course || !person || share === undefined || !startsAt) {
    return data
  }
  const fault = await shareFault({
    id: originalDoc?.id ?? null,
    course: idOf(course),
    endsAt: endsAt ?? null,
    isNew: operation === 'create',
    person: idOf(person),
    req,
    share,
    startsAt,
  })
  if (fault) {
    const { language } = req.i18n
    const message = WORDS[fault][isLocale(language) ? language : 'en']
    throw new ValidationError({
      collection: 'revenue-shares',
      errors: [{ message, path: PLACES[fault] }],
      req,
    })
  }

  return data
}

const IN_USE = {
  en: 'Somebody earned by this rule. Let it end instead.',
  he: 'מישהו הרוויח לפי הכלל הזה. אפשר לסיים אותו במקום למחוק.',
  ru: 'По этому правилу уже заработали. Вместо удаления завершите его.',
}

/** 409 inUse for a rule by which somebody earned: it can be ended, its history stays. */
export const keepUsedShare: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const used = await row(
    req,
    sql`select 1 from ledger_entries where rule_id::text = ${String(id)} limit 1`,
  )
  if (used) {
    const { language } = req.i18n
    throw new APIError(IN_USE[isLocale(language) ? language : 'en'], 409, { code: 'inUse' }, true)
  }
}

/** Gives those who join the team of a course the share they were promised, and ends it when they leave. */
export const shareOnTeamChanged = reaction({
  name: 'shareOnTeamChanged',
  on: 'team.changed',
  run: ({ data: { member }, req, tenant }) => followTeam({ member, req, tenant }),
})

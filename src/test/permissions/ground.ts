import type { Ground } from './documents'
import type { Scene } from './scene'

import { commerceFactories } from '@/test/factories/commerce'
import { factories } from '@/test/factories'

const grounds = new Map<string, Omit<Ground, 'template' | 'tenant'>>()

/** A mail and a language for which a school has written no template yet. */
const freeTemplate = async ({ owner }: Scene, tenant: string): Promise<Ground['template']> => {
  const { rows } = await owner.query<Ground['template']>(
    `select kind, locale from unnest(enum_range(null::enum_email_templates_kind)) kind,
       unnest(enum_range(null::enum_email_templates_locale)) locale
     where not exists (select from email_templates t
       where t.tenant_id = $1 and t.kind = kind.kind and t.locale = locale.locale) limit 1`,
    [tenant],
  )
  if (!rows[0]) {
    throw new Error('Every mail has its template in every language.')
  }

  return rows[0]
}

/**
 * A course with a section and somebody to learn in it, so that a document to be created has what it
 * points at: the same for all of a school, but for `isAlone` somebody and something of its own.
 */
export const groundIn = async (
  scene: Scene,
  { isAlone = false, tenant }: { isAlone?: boolean; tenant: string },
): Promise<Ground> => {
  const make = factories(scene.payload)
  const known = isAlone ? undefined : grounds.get(tenant)
  const template = await freeTemplate(scene, tenant)
  if (known) {
    return { ...known, template, tenant }
  }
  const { id: course } = await make.course({ tenant })
  const { id: section } = await make.section({ course, tenant })
  const { id: learner } = await make.user({ tenant })
  const { id: teacher } = await make.user({ roles: ['instructor'], tenant })
  const sell = commerceFactories(scene.payload)
  const [one, other] = [await sell.offer({ course, tenant }), await sell.offer({ course, tenant })]
  const offers = [one.id, other.id] as const
  const ground = { course, learner, offers, section, teacher }
  grounds.set(tenant, ground)

  return { ...ground, template, tenant }
}

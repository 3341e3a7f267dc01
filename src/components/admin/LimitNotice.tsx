import type { BeforeListTableServerProps } from 'payload'

import { Banner } from '@payloadcms/ui'
import Link from 'next/link'
import { createLocalReq } from 'payload'

import { idOf } from '@/domain/ids'
import { isFull } from '@/domain/tenancy/limits'
import { limitWords } from '@/operations/tenancy/limitWords'
import { askOf, usageOf } from '@/operations/tenancy/limits'

import { limitOn } from '@/operations/analytics/limits'
import { wordsIn } from './words'

const MORE = { en: 'See plans', he: 'למסלולים', ru: 'Посмотреть тарифы' }

type Staff = { tenant?: string | { id: string } }

/** Says above a list why nothing can be added to it, when the school's limit is reached. */
export const LimitNotice = async ({
  collectionSlug,
  i18n,
  payload,
  user,
}: BeforeListTableServerProps) => {
  const limit = limitOn(collectionSlug)
  const { tenant } = (user ?? {}) as Staff
  if (!limit || !tenant) {
    return null
  }
  const req = await createLocalReq({ user }, payload)
  const usage = await usageOf({ ask: askOf(req), limit, tenant: idOf(tenant) })

  return usage.most !== null && isFull(usage) ? (
    <Banner type="error">
      {limitWords({ language: i18n.language, limit: limit.name, most: usage.most })}{' '}
      <Link href="/admin/collections/plans">{wordsIn(i18n.language, MORE)}</Link>
    </Banner>
  ) : null
}

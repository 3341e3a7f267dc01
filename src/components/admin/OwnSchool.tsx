import type { BeforeListTableServerProps } from 'payload'

import { redirect } from 'next/navigation'

import { idOf } from '@/domain/ids'

type Staff = { roles?: string[]; tenant?: string | { id: string } }

/** Leads from the list of schools to one's own, which is the only one there: the list is for staff of the platform. */
export const OwnSchool = ({ user }: BeforeListTableServerProps) => {
  const { roles = [], tenant } = (user ?? {}) as Staff
  if (tenant && !roles.includes('superAdmin')) {
    redirect(`/admin/collections/tenants/${idOf(tenant)}`)
  }

  return null
}

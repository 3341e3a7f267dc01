import type { ListViewServerProps } from 'payload'
import type { ComponentProps } from 'react'

import { DefaultListView } from '@payloadcms/ui'
import { createLocalReq } from 'payload'

import { idOf } from '@/domain/ids'
import { planOverview } from '@/operations/analytics/planOverview'

import { PlanChoice } from './plans/PlanChoice'

type Staff = { roles?: string[]; tenant?: string | { id: string } }

type Props = ComponentProps<typeof DefaultListView> & ListViewServerProps

/**
 * What a school's managers see in place of the list of plans: their own plan, how much of each limit is
 * used, what they pay, and what else there is. The platform's staff see the list.
 */
export const PlanPanel = async ({ payload, user, ...given }: Props) => {
  const { roles = [], tenant } = (user ?? {}) as Staff
  if (roles.includes('superAdmin')) {
    return <DefaultListView {...listProps(given)} />
  }
  if (!tenant) {
    return null
  }
  const school = idOf(tenant)
  const query = given.searchParams ?? {}
  const req = await createLocalReq({ user }, payload)

  return (
    <PlanChoice
      initial={await planOverview({ req, tenant: school })}
      isOwner={roles.includes('owner')}
      visit={{
        declined: query.payment === 'declined',
        paid: typeof query.paid === 'string' ? query.paid : null,
      }}
    />
  )
}

/** The props of Payload's own list, which runs in the browser, without those that only a server has. */
const listProps = (given: object): ComponentProps<typeof DefaultListView> => {
  const names = [
    'AfterList',
    'AfterListTable',
    'beforeActions',
    'BeforeList',
    'BeforeListTable',
    'collectionSlug',
    'columnState',
    'Description',
    'disableBulkDelete',
    'disableBulkEdit',
    'disableQueryPresets',
    'enableRowSelections',
    'hasCreatePermission',
    'hasDeletePermission',
    'hasTrashPermission',
    'listMenuItems',
    'listPreferences',
    'newDocumentURL',
    'queryPreset',
    'queryPresetPermissions',
    'renderedFilters',
    'resolvedFilterOptions',
    'Table',
    'viewType',
  ]

  return Object.fromEntries(
    Object.entries(given).filter(([name]) => names.includes(name)),
  ) as ComponentProps<typeof DefaultListView>
}

import { GROUP_FILTERS, groupOf, groupResource, patchedGroup } from '@/domain/identity/scim/group'
import { listed, pageAsked, soughtBy } from '@/domain/identity/scim/paging'
import {
  addScimGroup,
  changeScimGroup,
  removeScimGroup,
  scimGroup,
  scimGroups,
} from '@/operations/identity/scimGroups'

import { type Asked, scimEndpoint } from './scim'

/** Entra asks for groups without their members, of which there may be many. */
const hasMembers = ({ excludedAttributes }: Record<string, unknown>): boolean =>
  !(typeof excludedAttributes === 'string' ? excludedAttributes : '')
    .toLowerCase()
    .split(',')
    .includes('members')

const shown = async ({ at, base, sent }: Asked, id: string, status?: number) => ({
  id,
  body: groupResource(await scimGroup(at, id), { base, withMembers: hasMembers(sent) }),
  status,
})

/** GET /api/scim/v2/Groups `?filter=&startIndex=&count=&excludedAttributes=members`: groups of this directory, by `displayName`, `externalId` or `id` `eq`. */
export const listScimGroups = scimEndpoint({
  method: 'get',
  path: '/Groups',
  run: async ({ at, base, sent }) => {
    const page = pageAsked(sent)
    const { groups, total } = await scimGroups(at, {
      ...page,
      sought: soughtBy(sent.filter, GROUP_FILTERS),
    })

    return {
      body: listed(
        groups.map((one) => groupResource(one, { base, withMembers: hasMembers(sent) })),
        { start: page.start, total },
      ),
    }
  },
})

/** GET /api/scim/v2/Groups/:id. 404. */
export const showScimGroup = scimEndpoint({
  method: 'get',
  path: '/Groups/:id',
  run: (asked) => shown(asked, String(asked.sent.id)),
})

/** POST /api/scim/v2/Groups: 201; 409 uniqueness. */
export const addScimGroupOf = scimEndpoint({
  method: 'post',
  path: '/Groups',
  run: async (asked) => shown(asked, await addScimGroup(asked.at, groupOf(asked.sent)), 201),
})

/** PUT /api/scim/v2/Groups/:id: the whole resource. 404, 409 uniqueness. */
export const replaceScimGroup = scimEndpoint({
  method: 'put',
  path: '/Groups/:id',
  run: async (asked) => {
    const id = String(asked.sent.id)
    await changeScimGroup(asked.at, id, () => groupOf(asked.sent))

    return shown(asked, id)
  },
})

/** PATCH /api/scim/v2/Groups/:id `{ Operations }`. 404, 409 uniqueness. */
export const patchScimGroup = scimEndpoint({
  method: 'patch',
  path: '/Groups/:id',
  run: async (asked) => {
    const id = String(asked.sent.id)
    await changeScimGroup(asked.at, id, (before) => patchedGroup(before, asked.sent))

    return shown(asked, id)
  },
})

/** DELETE /api/scim/v2/Groups/:id: its members lose the roles that it gave. 204; 404. */
export const removeScimGroupOf = scimEndpoint({
  method: 'delete',
  path: '/Groups/:id',
  run: async ({ at, sent }) => {
    await removeScimGroup(at, String(sent.id))

    return { id: String(sent.id), body: null, status: 204 }
  },
})

import {
  draftOf,
  patchedDraft,
  PERSON_FILTERS,
  personResource,
} from '@/domain/identity/scim/person'
import { listed, pageAsked, soughtBy } from '@/domain/identity/scim/paging'
import {
  addScimPerson,
  changeScimPerson,
  removeScimPerson,
  scimPeople,
  scimPerson,
} from '@/operations/identity/scimPeople'

import { type Asked, scimEndpoint } from './scim'

const shown = async ({ at, base }: Asked, id: string, status?: number) => ({
  id,
  body: personResource(await scimPerson(at, id), base),
  status,
})

/** GET /api/scim/v2/Users `?filter=&startIndex=&count=`: those whom this directory told of, by `userName`, `externalId`, `emails` or `id` `eq`. */
export const listScimUsers = scimEndpoint({
  method: 'get',
  path: '/Users',
  run: async ({ at, base, sent }) => {
    const page = pageAsked(sent)
    const { people, total } = await scimPeople(at, {
      ...page,
      sought: soughtBy(sent.filter, PERSON_FILTERS),
    })

    return {
      body: listed(
        people.map((one) => personResource(one, base)),
        { start: page.start, total },
      ),
    }
  },
})

/** GET /api/scim/v2/Users/:id. 404. */
export const showScimUser = scimEndpoint({
  method: 'get',
  path: '/Users/:id',
  run: (asked) => shown(asked, String(asked.sent.id)),
})

/** POST /api/scim/v2/Users: 201 with the account that was made, or taken over; 409 uniqueness. */
export const addScimUser = scimEndpoint({
  method: 'post',
  path: '/Users',
  run: async (asked) => shown(asked, await addScimPerson(asked.at, draftOf(asked.sent)), 201),
})

/** PUT /api/scim/v2/Users/:id: the whole resource. 404, 409 uniqueness, 403 for owners. */
export const replaceScimUser = scimEndpoint({
  method: 'put',
  path: '/Users/:id',
  run: async (asked) => {
    const { id, active, ...rest } = asked.sent
    await changeScimPerson(asked.at, String(id), (before) =>
      draftOf({ ...rest, active: active ?? before.isActive }),
    )

    return shown(asked, String(id))
  },
})

/** PATCH /api/scim/v2/Users/:id `{ Operations }`: `active: false` ends all access at once. 404, 409 uniqueness, 403 for owners. */
export const patchScimUser = scimEndpoint({
  method: 'patch',
  path: '/Users/:id',
  run: async (asked) => {
    const id = String(asked.sent.id)
    await changeScimPerson(asked.at, id, (before) => patchedDraft(before, asked.sent))

    return shown(asked, id)
  },
})

/** DELETE /api/scim/v2/Users/:id: ends all access at once, and lets go of the account. 204; 404, 403 for owners. */
export const removeScimUser = scimEndpoint({
  method: 'delete',
  path: '/Users/:id',
  run: async ({ at, sent }) => {
    await removeScimPerson(at, String(sent.id))

    return { id: String(sent.id), body: null, status: 204 }
  },
})

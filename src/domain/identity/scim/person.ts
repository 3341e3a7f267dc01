import { emailFault } from '../credentials'
import { PROFILE_LENGTH } from '../profile'
import { byPath, isPlain, operationsIn } from './patch'
import { ScimRefused } from './refused'

/** What a directory says of somebody. */
export type ScimDraft = {
  displayName: null | string
  email: null | string
  externalId: null | string
  familyName: null | string
  givenName: null | string
  isActive: boolean
  userName: string
}

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'

/** Names by which people may be looked for. */
export const PERSON_FILTERS = {
  id: 'id',
  emails: 'email',
  'emails.value': 'email',
  externalid: 'externalId',
  username: 'userName',
} as const

const MOST = 300

const textOf = (value: unknown): null | string => {
  if (value === null || value === undefined || value === '') {
    return null
  }
  if (typeof value !== 'string' || value.length > MOST) {
    throw new ScimRefused(400, `A text has ${MOST} characters at most.`, 'invalidValue')
  }

  return value.replace(/\p{Cc}+/gu, ' ').trim() || null
}

/** Some directories write a truth as a text. */
const truthOf = (value: unknown): boolean => {
  const said = typeof value === 'string' ? value.toLowerCase() : value
  if (said === true || said === 'true') {
    return true
  }
  if (said === false || said === 'false') {
    return false
  }
  throw new ScimRefused(400, 'active is true or false.', 'invalidValue')
}

/** The address that counts among several: the primary one, else the one of work, else the first. */
const addressOf = (value: unknown): null | string => {
  if (!Array.isArray(value)) {
    return textOf(isPlain(value) ? value.value : value)
  }
  const all = value.filter(isPlain)
  const one =
    all.find(({ primary }) => primary === true) ?? all.find(({ type }) => type === 'work') ?? all[0]

  return textOf(one?.value ?? value.find((each) => typeof each === 'string'))
}

/** What one attribute says; attributes that are not kept say nothing. */
const saidBy = (path: string, value: unknown): Partial<ScimDraft> => {
  const name = path
    .replace(/^urn:ietf:params:scim:schemas:core:2\.0:User:/i, '')
    .replace(/\[.*\]/, '')
    .toLowerCase()
  switch (name) {
    case 'active':
      return { isActive: truthOf(value) }
    case 'displayname':
      return { displayName: textOf(value) }
    case 'emails':
    case 'emails.value':
      return { email: addressOf(value) }
    case 'externalid':
      return { externalId: textOf(value) }
    case 'name':
      return isPlain(value)
        ? Object.assign(
            {},
            ...Object.entries(value).map(([part, said]) => saidBy(`name.${part}`, said)),
          )
        : {}
    case 'name.familyname':
      return { familyName: textOf(value) }
    case 'name.formatted':
      return { displayName: textOf(value) }
    case 'name.givenname':
      return { givenName: textOf(value) }
    case 'username':
      return { userName: textOf(value) ?? '' }
    default:
      return {}
  }
}

const NOBODY: ScimDraft = {
  displayName: null,
  email: null,
  externalId: null,
  familyName: null,
  givenName: null,
  isActive: true,
  userName: '',
}

const whole = (draft: ScimDraft): ScimDraft => {
  if (!draft.userName) {
    throw new ScimRefused(400, 'userName is required.', 'invalidValue')
  }

  return draft
}

/** Whom a whole resource describes. Throws invalidValue. */
export const draftOf = (resource: object): ScimDraft => {
  const said = Object.entries(resource).map(([path, value]) => [path, saidBy(path, value)] as const)
  const formatted = said.find(([path]) => path === 'name')?.[1].displayName

  return whole({
    ...Object.assign({ ...NOBODY }, ...said.map(([, part]) => part)),
    displayName:
      said.find(([path]) => path.toLowerCase() === 'displayname')?.[1].displayName ??
      formatted ??
      null,
  })
}

/** The same person after the changes of a request. Throws invalidSyntax, invalidPath and invalidValue. */
export const patchedDraft = (before: ScimDraft, body: unknown): ScimDraft =>
  whole(
    Object.assign(
      { ...before },
      ...byPath(operationsIn(body)).map(({ path, value }) => saidBy(path, value)),
    ) as ScimDraft,
  )

/** The address of an account for somebody: what the directory says, else the name with which they sign in there. Throws invalidValue. */
export const emailOf = ({ email, userName }: ScimDraft): string => {
  const address = (email ?? userName).toLowerCase()
  if (emailFault(address)) {
    throw new ScimRefused(400, 'There is no valid address in emails or userName.', 'invalidValue')
  }

  return address
}

/** What somebody is called. */
export const nameOf = (draft: ScimDraft): string => {
  const full = [draft.givenName, draft.familyName].filter(Boolean).join(' ')
  const address = emailOf(draft)

  return (draft.displayName ?? (full || address.slice(0, address.indexOf('@')))).slice(
    0,
    PROFILE_LENGTH.name,
  )
}

/** Somebody as kept; moments are ISO 8601. */
export type ScimPerson = ScimDraft & {
  createdAt: string
  email: string
  groups: { id: string; name: string }[]
  id: string
  name: string
  updatedAt: string
}

/** Somebody as they go out; `base` is the address of the service. */
export const personResource = (person: ScimPerson, base: string): object => ({
  active: person.isActive,
  displayName: person.name,
  emails: [{ type: 'work', primary: true, value: person.email }],
  ...(person.externalId && { externalId: person.externalId }),
  id: person.id,
  name: {
    ...(person.familyName && { familyName: person.familyName }),
    formatted: person.name,
    ...(person.givenName && { givenName: person.givenName }),
  },
  groups: person.groups.map(({ id, name }) => ({
    $ref: `${base}/Groups/${id}`,
    display: name,
    value: id,
  })),
  meta: {
    created: person.createdAt,
    lastModified: person.updatedAt,
    location: `${base}/Users/${person.id}`,
    resourceType: 'User',
  },
  schemas: [USER],
  userName: person.userName,
})

const CORE = 'urn:ietf:params:scim:schemas:core:2.0'
const USER = `${CORE}:User`
const GROUP = `${CORE}:Group`

type Attribute = { name: string } & Record<string, unknown>

const attribute = (name: string, more: Record<string, unknown> = {}): Attribute => ({
  name,
  type: 'string',
  caseExact: false,
  multiValued: false,
  mutability: 'readWrite',
  required: false,
  returned: 'default',
  uniqueness: 'none',
  ...more,
})

/** What the service can do (RFC 7643, 5). */
export const serviceConfig = (base: string): object => ({
  authenticationSchemes: [
    {
      name: 'Bearer token',
      type: 'oauthbearertoken',
      description: 'A token that an owner of the school makes in its admin.',
      primary: true,
    },
  ],
  bulk: { maxOperations: 0, maxPayloadSize: 0, supported: false },
  changePassword: { supported: false },
  etag: { supported: false },
  filter: { maxResults: 200, supported: true },
  meta: { location: `${base}/ServiceProviderConfig`, resourceType: 'ServiceProviderConfig' },
  patch: { supported: true },
  schemas: [`${CORE}:ServiceProviderConfig`],
  sort: { supported: false },
})

/** The two kinds of resources (RFC 7643, 6). */
export const resourceTypes = (base: string): ({ id: string } & object)[] =>
  (
    [
      ['User', '/Users', USER],
      ['Group', '/Groups', GROUP],
    ] as const
  ).map(([name, endpoint, schema]) => ({
    id: name,
    name,
    endpoint,
    meta: { location: `${base}/ResourceTypes/${name}`, resourceType: 'ResourceType' },
    schema,
    schemas: [`${CORE}:ResourceType`],
  }))

const USER_ATTRIBUTES = [
  attribute('userName', { required: true, uniqueness: 'server' }),
  attribute('externalId', { caseExact: true }),
  attribute('name', {
    type: 'complex',
    subAttributes: ['formatted', 'givenName', 'familyName'].map((name) => attribute(name)),
  }),
  attribute('displayName'),
  attribute('emails', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value'),
      attribute('type'),
      attribute('primary', { type: 'boolean' }),
    ],
  }),
  attribute('active', { type: 'boolean' }),
  attribute('groups', {
    type: 'complex',
    multiValued: true,
    mutability: 'readOnly',
    subAttributes: ['value', 'display', '$ref'].map((name) =>
      attribute(name, { mutability: 'readOnly' }),
    ),
  }),
]

const GROUP_ATTRIBUTES = [
  attribute('displayName', { required: true, uniqueness: 'server' }),
  attribute('externalId', { caseExact: true }),
  attribute('members', {
    type: 'complex',
    multiValued: true,
    subAttributes: ['value', 'display', '$ref'].map((name) => attribute(name)),
  }),
]

/** What resources are made of (RFC 7643, 7). */
export const schemas = (base: string): ({ id: string } & object)[] =>
  (
    [
      [USER, 'User', USER_ATTRIBUTES],
      [GROUP, 'Group', GROUP_ATTRIBUTES],
    ] as const
  ).map(([id, name, attributes]) => ({
    id,
    name,
    attributes,
    meta: { location: `${base}/Schemas/${id}`, resourceType: 'Schema' },
    schemas: [`${CORE}:Schema`],
  }))

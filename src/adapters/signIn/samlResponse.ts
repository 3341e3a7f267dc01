import type { SamlAccount, SamlSaid } from './saml'
import type { Proved } from './types'

import { certificatesIn, samlAddresses, samlIdentity, samlLibrary } from './saml'
import { isEncrypted, openAssertion } from './samlEncrypted'
import { ProviderRefused } from './types'

/** How far clocks may be apart, in ms. */
const SKEW = 60_000

/** The longest response, in bytes. */
const MOST_BYTES = 256 * 1024

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'

/** Algorithms that are believed: RSA and ECDSA with SHA-2. */
const ALGORITHMS =
  /^http:\/\/www\.w3\.org\/(?:2001\/04\/(?:xmldsig-more#(?:rsa-sha(?:256|384|512)|ecdsa-sha(?:256|384|512)|sha384)|xmlenc#sha(?:256|512))|2007\/05\/xmldsig-more#sha(?:256|384|512)-rsa-MGF1)$/

const EMAIL = [
  'email',
  'mail',
  'emailaddress',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
  'urn:oid:0.9.2342.19200300.100.1.3',
]
const NAME = [
  'displayname',
  'name',
  'cn',
  'http://schemas.microsoft.com/identity/claims/displayname',
  'urn:oid:2.16.840.1.113730.3.1.241',
  'urn:oid:2.5.4.3',
]
const GIVEN = [
  'firstname',
  'givenname',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname',
  'urn:oid:2.5.4.42',
]
const FAMILY = [
  'lastname',
  'surname',
  'sn',
  'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname',
  'urn:oid:2.5.4.4',
]
const GROUPS = [
  'groups',
  'memberof',
  'http://schemas.xmlsoap.org/claims/group',
  'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups',
  'urn:oid:1.3.6.1.4.1.5923.1.5.1.1',
]

const refuse = (why: string): never => {
  throw new ProviderRefused(why)
}

const holds = (isSo: boolean, why: string): void => {
  if (!isSo) {
    refuse(why)
  }
}

const matches = (xml: string, pattern: RegExp): string[] =>
  [...xml.matchAll(pattern)].map(([, one]) => one ?? '')

/** The XML of a response, without declarations, comments and sections of CDATA. Throws ProviderRefused. */
const xmlOf = (encoded: string): string => {
  holds(encoded.length <= (MOST_BYTES * 4) / 3 + 4, 'The response is too long.')
  const xml = Buffer.from(encoded, 'base64').toString('utf8')

  return withoutDeclarations(xml.replace(/^\uFEFF?\s*<\?xml[^?]*\?>/, ''))
}

const withoutDeclarations = (body: string): string => {
  holds(!/<[!?]/.test(body), 'The response has declarations, comments or instructions.')

  return body
}

/** A response that has nothing that a reader and a checker could read differently: one assertion, no id twice, and no weak algorithm. Throws ProviderRefused. */
const soundXml = (body: string): string => {
  holds(
    matches(body, /<(?:[\w.-]+:)?(Assertion)[\s/>]/g).length === 1,
    'There is not one assertion.',
  )
  const ids = matches(body, /\s(?:xml:)?ID\s*=\s*(?:"([^"]*)"|'[^']*')/gi)
  holds(new Set(ids).size === ids.length, 'An id stands twice.')
  const methods = matches(body, /<(?:[\w.-]+:)?((?:Signature|Digest)Method[\s/>][^>]*)/g)
  const named = methods.map((one) => /Algorithm\s*=\s*"([^"]*)"/.exec(one)?.[1] ?? '')
  holds(named.length > 0, 'The response is not signed.')
  holds(
    named.every((one) => ALGORITHMS.test(one)),
    'The response is signed with an algorithm that is not believed.',
  )

  return body
}

/** The assertion that one of the provider's certificates signed, as the signature has it and not as the document does. */
const signedAssertion = async (xml: string, account: SamlAccount): Promise<string> => {
  const { SamlLib } = await samlLibrary()
  for (const certificate of certificatesIn(account.certificates)) {
    try {
      const { entityMeta } = await samlIdentity(account, [certificate])
      const [isSigned, assertion] = SamlLib.verifySignature(xml, { metadata: entityMeta })
      if (isSigned && assertion) {
        return assertion
      }
    } catch {
      // Signed with another certificate, or not as a signature should be: nobody else is believed.
    }
  }

  return refuse('The response is not signed by the provider.')
}

/** The signed assertion of a response that came encrypted with our certificate. One sentence for all that may be wrong with it. */
const openedAssertion = async (xml: string, account: SamlAccount): Promise<string> => {
  const { pair } = account
  if (!pair) {
    return refuse('The assertion is encrypted, and there is no key to read it with.')
  }
  try {
    const opened = soundXml(withoutDeclarations(openAssertion(xml, pair.privateKey)))

    return await signedAssertion(opened, account)
  } catch {
    return refuse('The encrypted assertion does not hold.')
  }
}

type Values = Record<string, unknown>

const one = (value: unknown): null | string => (typeof value === 'string' && value ? value : null)

const many = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')

const time = (value: unknown): number =>
  typeof value === 'string' ? Date.parse(value) : Number.NaN

/** What stands in an assertion; of what stands in it more than once, nothing. */
const partsOf = async (assertion: string) => {
  const { Extractor } = await samlLibrary()
  const at = (...path: string[]) => ['Assertion', ...path]
  const confirmation = at('Subject', 'SubjectConfirmation')
  const said = Extractor.extract(assertion, [
    { attributes: ['ID'], key: 'id', localPath: at() },
    { attributes: [], key: 'issuer', localPath: at('Issuer') },
    {
      attributes: [],
      key: 'audience',
      localPath: at('Conditions', 'AudienceRestriction', 'Audience'),
    },
    { attributes: ['NotBefore', 'NotOnOrAfter'], key: 'conditions', localPath: at('Conditions') },
    { attributes: ['Method'], key: 'method', localPath: confirmation },
    {
      attributes: ['InResponseTo', 'NotBefore', 'NotOnOrAfter', 'Recipient'],
      key: 'confirmed',
      localPath: [...confirmation, 'SubjectConfirmationData'],
    },
    { attributes: [], key: 'subject', localPath: at('Subject', 'NameID') },
    { attributes: ['Format'], key: 'format', localPath: at('Subject', 'NameID') },
    {
      attributePath: ['AttributeValue'],
      attributes: [],
      index: ['Name'],
      key: 'attributes',
      localPath: at('AttributeStatement', 'Attribute'),
    },
  ]) as Values
  const plain = (value: unknown): Values =>
    typeof value === 'object' && value && !Array.isArray(value) ? (value as Values) : {}

  return {
    ...said,
    attributes: plain(said.attributes),
    conditions: plain(said.conditions),
    confirmed: plain(said.confirmed),
  } as Values & Record<'attributes' | 'conditions' | 'confirmed', Values>
}

const attributeOf = (attributes: Values, names: readonly string[]): unknown =>
  Object.entries(attributes).find(([name]) => names.includes(name.toLowerCase()))?.[1]

const provedBy = ({ attributes, format, subject }: Awaited<ReturnType<typeof partsOf>>): Proved => {
  const name = one(subject)
  if (!name || format === TRANSIENT) {
    return refuse('The provider gives people no lasting NameID.')
  }
  const first = (names: readonly string[]) => many(attributeOf(attributes, names))[0] ?? null
  const groups = attributeOf(attributes, GROUPS)
  const full = [first(GIVEN), first(FAMILY)].filter(Boolean).join(' ')

  return {
    name: first(NAME) ?? full,
    email: first(EMAIL) ?? (name.includes('@') ? name : null),
    ...(groups !== undefined && { groups: many(groups).slice(0, 500) }),
    // The school believes it for the domains that it proved, and for no others.
    isVerified: false,
    subject: name,
  }
}

/**
 * What a provider says by a response that came by POST (SAML 2.0 profiles, 4.1.4.3): signed by it, for us, at this address, now. Whether
 * it was asked, and whether it says so for the first time, the caller finds out. Throws ProviderRefused.
 */
export const readSaml = async ({
  account,
  encoded,
  now,
  redirect,
}: {
  account: SamlAccount
  encoded: string
  now: Date
  redirect: string
}): Promise<SamlSaid> => {
  const { acs, entity } = samlAddresses(redirect)
  const xml = xmlOf(encoded)
  const { Extractor } = await samlLibrary()
  const outer = Extractor.extract(xml, [
    { attributes: ['Value'], key: 'status', localPath: ['Response', 'Status', 'StatusCode'] },
    { attributes: ['Destination'], key: 'destination', localPath: ['Response'] },
  ]) as Values
  holds(outer.status === SUCCESS, 'The provider says that it did not work.')
  holds([undefined, acs].includes(outer.destination as string), 'The response is for elsewhere.')
  const assertionXml = isEncrypted(xml)
    ? await openedAssertion(xml, account)
    : await signedAssertion(soundXml(xml), account)
  const said = await partsOf(assertionXml)
  const { conditions, confirmed } = said
  const moment = now.getTime()
  const isNow = ({ notBefore, notOnOrAfter }: Values): boolean =>
    time(notOnOrAfter) + SKEW > moment &&
    (notBefore === undefined || time(notBefore) - SKEW <= moment)
  holds(said.issuer === account.issuer, 'Somebody else issued the assertion.')
  holds(many(said.audience).includes(entity), 'The assertion is for somebody else.')
  holds(said.method === BEARER && confirmed.recipient === acs, 'The assertion is for elsewhere.')
  holds(isNow(conditions) && isNow(confirmed), 'The assertion is not of now.')
  const assertion = one(said.id) ?? refuse('The assertion has no id.')

  return {
    assertion,
    proved: provedBy(said),
    request: one(confirmed.inResponseTo),
    until: new Date(time(confirmed.notOnOrAfter) + SKEW),
  }
}

import type { SamlProvider } from './saml'

import { env } from '@/env'

import { askGuarded } from '../web/guarded'
import { samlLibrary } from './saml'
import { ProviderAway, ProviderRefused } from './types'

/** The longest metadata, in characters. */
const MOST = 200_000

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'

/** What stands at an address of somebody else's choice. Throws ProviderAway and ProviderRefused. */
const fetched = async (address: string): Promise<string> => {
  const url = URL.canParse(address) ? new URL(address) : null
  const isTrusted = Boolean(url && env().PRIVATE_HOSTS.includes(url.host))
  if (!url || (url.protocol !== 'https:' && !isTrusted)) {
    throw new ProviderRefused(`${url?.origin ?? address} is not reached over https.`)
  }
  const { answer, status } = await askGuarded(url, { isTrusted, patience: 10_000 }).catch(
    (error: unknown) => {
      throw new ProviderAway(`${url.host} does not answer.`, { cause: error })
    },
  )
  if (status !== 200) {
    throw new ProviderRefused(`${url.host} answers ${status}.`)
  }

  return answer.toString('utf8')
}

type Values = Record<string, unknown>

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

/** Who a provider is, as its metadata says (SAML 2.0 metadata, 2.4.3), pasted or found at an address. Throws ProviderAway and ProviderRefused. */
export const samlAccountIn = async (source: string): Promise<SamlProvider> => {
  const text = source.trim()
  const xml = (text.startsWith('<') ? text : await fetched(text)).replace(
    /^\uFEFF?\s*<\?xml[^?]*\?>/,
    '',
  )
  if (xml.length > MOST || /<!(?!--)/.test(xml)) {
    throw new ProviderRefused('The metadata is too long, or has declarations.')
  }
  const { Extractor } = await samlLibrary()
  const role = ['EntityDescriptor', 'IDPSSODescriptor']
  let said: Values
  try {
    said = Extractor.extract(xml, [
      { attributes: ['entityID'], key: 'issuer', localPath: ['EntityDescriptor'] },
      {
        attributes: ['Binding', 'Location'],
        key: 'services',
        localPath: [...role, 'SingleSignOnService'],
      },
      { attributes: ['WantAuthnRequestsSigned'], key: 'signed', localPath: role },
      { attributes: [], context: true, key: 'keys', localPath: [...role, 'KeyDescriptor'] },
    ])
  } catch (error) {
    throw new ProviderRefused('The metadata is no XML.', { cause: error })
  }
  const service = list(said.services).find(
    (one) => (one as undefined | Values)?.binding === REDIRECT,
  ) as undefined | Values
  const certificates = list(said.keys)
    .filter((one) => typeof one === 'string')
    .filter((one) => !/\suse="encryption"/.test(one))
    .flatMap((one) =>
      [...one.matchAll(/X509Certificate>([^<]+)</g)].map(([, found = '']) =>
        found.replace(/\s+/g, ''),
      ),
    )
  const { issuer } = said
  if (typeof issuer !== 'string' || typeof service?.location !== 'string' || !certificates[0]) {
    throw new ProviderRefused(
      'The metadata names no provider with a certificate and an address for HTTP-Redirect.',
    )
  }

  return {
    certificates: [...new Set(certificates)].join('\n\n'),
    issuer,
    signsRequests: /^(?:1|true)$/.test(String(said.signed)),
    ssoAddress: service.location,
  }
}

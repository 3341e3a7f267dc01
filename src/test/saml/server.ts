import { createServer } from 'node:http'
import { generateKeyPairSync, verify, X509Certificate } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'

import { samlLibrary } from '@/adapters/signIn/saml'
import { selfSigned } from '@/adapters/signIn/selfSigned'

import { encryptAssertion, type Encrypting } from './encrypt'

/** Somebody whom the provider knows. */
export type SamlPerson = { email: string; groups?: string[]; name: string; subject?: string }

/** What is asked of the provider, read from the address to which it was asked. */
type Asked = {
  acs: string
  id: null | string
  issuer: string
  /** Whether the whole of it is signed with the key of a certificate (SAML 2.0 bindings, 3.4.4.1). */
  isSignedBy: (certificate: string) => boolean
  state: null | string
}

/** What the tests let a provider say otherwise than it should. */
export type Odd = {
  audience?: string
  /** Done to the XML before it is signed, and after. */
  before?: (xml: string) => string
  after?: (xml: string) => string
  destination?: string
  /** For whom the assertion is encrypted, once it is signed. */
  encrypting?: Encrypting
  id?: string
  inResponseTo?: null | string
  issuer?: string
  key?: 'another' | 'none' | 'second'
  /** Seconds from now at which it is over. */
  lasts?: number
  recipient?: string
  signs?: 'assertion' | 'response'
  subject?: string
  algorithm?: string
}

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'

const makeKeys = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

  return {
    certificate: selfSigned(privateKey),
    key: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)

const attribute = (name: string, values: readonly string[]): string =>
  `<saml:Attribute Name="${name}">${values.map((one) => `<saml:AttributeValue>${escaped(one)}</saml:AttributeValue>`).join('')}</saml:Attribute>`

/** A SAML 2.0 identity provider on this machine, that signs with keys of its own and lets in whomever `signsIn` names, without asking. */
export const startSamlServer = async (port = 0) => {
  const { SamlLib } = await samlLibrary()
  const keys = { another: makeKeys(), first: makeKeys(), second: makeKeys() }
  const state: { next: null | SamlPerson; odd: Odd } = { next: null, odd: {} }
  const server = createServer()
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const issuer = `${origin}/entity`

  /** The request in an address of ours, as a browser brings it. */
  const read = (url: string): Asked => {
    const { search, searchParams } = new URL(url, origin)
    const xml = inflateRawSync(
      Buffer.from(searchParams.get('SAMLRequest') ?? '', 'base64'),
    ).toString()
    const part = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1] ?? ''

    return {
      id: part('ID'),
      acs: part('AssertionConsumerServiceURL'),
      isSignedBy: (certificate) => {
        const [signed = '', signature] = search.slice(1).split('&Signature=')

        return (
          searchParams.get('SigAlg') === RSA_SHA256 &&
          verify(
            'sha256',
            Buffer.from(signed),
            new X509Certificate(Buffer.from(certificate, 'base64')).publicKey,
            Buffer.from(decodeURIComponent(signature ?? ''), 'base64'),
          )
        )
      },
      issuer: /<(?:\w+:)?Issuer[^>]*>([^<]*)</.exec(xml)?.[1] ?? '',
      state: searchParams.get('RelayState'),
    }
  }

  const respond = (asked: Asked, odd: Odd = {}): string => {
    const person = state.next
    if (!person) {
      throw new Error('Nobody signs in.')
    }
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
    const [now, until] = [at(-5), at(odd.lasts ?? 300)]
    const answers = odd.inResponseTo === undefined ? asked.id : odd.inResponseTo
    const answering = answers ? ` InResponseTo="${answers}"` : ''
    const assertion = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${odd.id ?? `_${crypto.randomUUID()}`}" Version="2.0" IssueInstant="${now}"><saml:Issuer>${odd.issuer ?? issuer}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${odd.subject ?? escaped(person.subject ?? person.email)}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${odd.recipient ?? asked.acs}"${answering}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(Math.min(-5, (odd.lasts ?? 300) - 60))}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${odd.audience ?? asked.issuer}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${now}" SessionIndex="_s"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${attribute('email', [person.email])}${attribute('displayName', [person.name])}${person.groups ? attribute('groups', person.groups) : ''}</saml:AttributeStatement></saml:Assertion>`
    const response = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${crypto.randomUUID()}" Version="2.0" IssueInstant="${now}" Destination="${odd.destination ?? asked.acs}"${answering}><saml:Issuer>${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${assertion}</samlp:Response>`
    const plain = odd.before?.(response) ?? response
    const { certificate, key } =
      keys[odd.key === 'another' || odd.key === 'second' ? odd.key : 'first']
    const name = odd.signs === 'response' ? 'Response' : 'Assertion'
    const signed =
      odd.key === 'none'
        ? plain
        : SamlLib.constructSAMLSignature({
            isBase64Output: false,
            privateKey: key,
            rawSamlMessage: plain,
            referenceTagXPath: `//*[local-name(.)='${name}']`,
            signatureAlgorithm: odd.algorithm ?? RSA_SHA256,
            signatureConfig: {
              location: {
                action: 'after',
                reference: `//*[local-name(.)='${name}']/*[local-name(.)='Issuer']`,
              },
              prefix: 'ds',
            },
            signingCert: certificate,
          })

    const sealed = odd.encrypting ? encryptAssertion(signed, odd.encrypting) : signed

    return Buffer.from(odd.after?.(sealed) ?? sealed).toString('base64')
  }

  server.on('request', (request, answer) => {
    const url = request.url ?? ''
    if (url.startsWith('/metadata')) {
      return answer.setHeader('Content-Type', 'application/samlmetadata+xml').end(metadata())
    }
    const asked = read(url)
    answer.setHeader('Content-Type', 'text/html; charset=utf-8')
    answer.end(
      `<form action="${asked.acs}" method="post"><input name="SAMLResponse" type="hidden" value="${respond(asked, state.odd)}"><input name="RelayState" type="hidden" value="${asked.state ?? ''}"></form><script>document.forms[0].submit()</script>`,
    )
  })

  const metadata = (wantsSigned = false): string =>
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${issuer}"><md:IDPSSODescriptor${wantsSigned ? ' WantAuthnRequestsSigned="true"' : ''} protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${[keys.first, keys.second].map(({ certificate }) => `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`).join('')}<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${origin}/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`

  return {
    certificates: [keys.first.certificate, keys.second.certificate].join('\n\n'),
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
    host: new URL(origin).host,
    issuer,
    metadata,
    origin,
    read,
    respond,
    signsIn: (person: null | SamlPerson, odd: Odd = {}) => {
      state.next = person
      state.odd = odd
    },
    sso: `${origin}/sso`,
  }
}

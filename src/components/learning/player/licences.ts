import type { HlsConfig } from 'hls.js'

import type { KeySystem, Licensing } from '@/domain/media/protection'

/** What browsers call the systems. */
const NAMES: Record<KeySystem, string> = {
  clearkey: 'org.w3.clearkey',
  fairplay: 'com.apple.fps',
  playready: 'com.microsoft.playready',
  widevine: 'com.widevine.alpha',
}

/** Which system a licence is asked of under an address: leave may be in the address, and newer by now. */
const newestOf = (url: string, { first, now }: { first: Licensing; now: Licensing }): string => {
  const system = (Object.keys(first) as KeySystem[]).find((one) => first[one]?.licence === url)

  return (system && now[system]?.licence) ?? url
}

/**
 * How hls.js asks for licences. No robustness is named, so that a browser's software will do; the scheme is, so that a browser passes over a
 * system that cannot open it for one that can.
 */
export const withLicences = (
  first: Licensing | null,
  newest: () => Licensing | null,
): Partial<HlsConfig> =>
  first
    ? {
        drmSystemOptions: { audioEncryptionScheme: 'cbcs', videoEncryptionScheme: 'cbcs' },
        drmSystems: Object.fromEntries(
          (Object.keys(first) as KeySystem[]).map((system) => [
            NAMES[system],
            {
              licenseUrl: first[system]?.licence,
              ...(first[system]?.certificate && {
                serverCertificateUrl: first[system].certificate,
              }),
            },
          ]),
        ),
        emeEnabled: true,
        licenseXhrSetup: (xhr, url) => {
          xhr.open('POST', newestOf(url, { first, now: newest() ?? first }), true)
        },
      }
    : {}

const FAIRPLAY: MediaKeySystemConfiguration = {
  distinctiveIdentifier: 'not-allowed',
  initDataTypes: ['skd'],
  persistentState: 'not-allowed',
  sessionTypes: ['temporary'],
  videoCapabilities: [{ contentType: 'application/vnd.apple.mpegurl', robustness: '' }],
}

const bytesAt = async (url: string, init?: RequestInit): Promise<ArrayBuffer> => {
  const answer = await fetch(url, init)
  if (!answer.ok) {
    throw new Error(`${url} answers ${answer.status}`)
  }

  return answer.arrayBuffer()
}

const preparedFor = async (element: HTMLMediaElement, certificate: string): Promise<MediaKeys> => {
  const [access, bytes] = await Promise.all([
    navigator.requestMediaKeySystemAccess(NAMES.fairplay, [FAIRPLAY]),
    bytesAt(certificate),
  ])
  const keys = await access.createMediaKeys()
  await keys.setServerCertificate(bytes)
  await element.setMediaKeys(keys)

  return keys
}

/** Opens what Safari plays by itself (`encrypted` with `skd`), until `signal`. */
export const licenceNatively = (
  element: HTMLMediaElement,
  {
    newest,
    onFail,
    signal,
  }: { newest: () => Licensing | null; onFail: () => void; signal: AbortSignal },
): void => {
  let keys: Promise<MediaKeys> | undefined
  const open = async ({ initData, initDataType }: MediaEncryptedEvent) => {
    const { certificate } = newest()?.fairplay ?? {}
    if (initDataType !== 'skd' || !initData || !certificate) {
      throw new Error(`There is no licence for ${initDataType}.`)
    }
    keys ??= preparedFor(element, certificate)
    const session = (await keys).createSession()
    session.addEventListener('message', ({ message }) => {
      bytesAt(newest()?.fairplay?.licence ?? '', { body: message, method: 'POST' })
        .then((licence) => session.update(licence))
        .catch(onFail)
    })
    signal.addEventListener('abort', () => void session.close().catch(() => undefined))
    await session.generateRequest(initDataType, initData)
  }
  element.addEventListener('encrypted', (event) => void open(event).catch(onFail), { signal })
}

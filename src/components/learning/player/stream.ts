import type { ErrorData } from 'hls.js'

import Hls from 'hls.js'

import type { EdgeLeave } from '@/domain/media/edges'
import type { Licensing } from '@/domain/media/protection'

import { atTheEdge } from './atTheEdge'
import { freshAddress } from './freshAddress'
import { licenceNatively, withLicences } from './licences'
import { offerQualities } from './qualities'

/** Seconds held ahead: who may watch no more is stopped within a minute, since what is held still plays. */
const AHEAD = 24

type Streaming = {
  /** The newest leave to fetch segments at the edge; without one all comes from where the play list does. */
  edge?: () => EdgeLeave | null
  element: HTMLMediaElement
  /** Where licences are asked for with the newest leave; null for a film that plays without. */
  licences?: () => Licensing | null
  mayGoOn: () => Promise<boolean>
  /** The address with the newest leave, where leave is in the address. */
  newest?: () => string
  onFail: (why: Failed) => void
  signal: AbortSignal
  src: string
}

/** Why nothing plays: `noKeySystem` where the browser opens no protected films. */
export type Failed = 'failed' | 'noKeySystem'

/** Answers with which the server refuses whoever asks, until they ask for leave again. */
const isRefused = ({ response }: ErrorData): boolean =>
  [401, 403, 404].includes(response?.code ?? 0)

/** Whether a stream comes from another host than the page. */
export const isElsewhere = (src: string): boolean => /^https?:/.test(src)

/** Plays a stream by hls.js, or by the browser itself where that cannot, until `signal`. */
export const streamInto = (streaming: Streaming): void => {
  const {
    edge = () => null,
    element,
    licences = () => null,
    newest = () => streaming.src,
    onFail,
    signal,
    src,
  } = streaming
  const before = new Set<string>()
  const segments = atTheEdge({ leave: edge, src: new URL(src, location.href).href })
  if (Hls.isSupported()) {
    follow(
      new Hls({
        backBufferLength: AHEAD,
        maxBufferLength: AHEAD,
        maxMaxBufferLength: AHEAD,
        // The poorest comes first and soonest; how fast it came says which is next.
        startFragPrefetch: true,
        startLevel: 0,
        ...withLicences(licences(), licences),
        // A provider's captions are the same that the page has.
        enableWebVTT: !isElsewhere(src),
        xhrSetup: (xhr, url) => {
          const now = newest()
          const fresh =
            segments.addressOf(url) ?? freshAddress(url, { before: [src, ...before], now })
          before.add(now)
          if (fresh !== url) {
            xhr.open('GET', fresh, true)
          }
        },
      }),
      streaming,
      segments,
    )
  } else if (element.canPlayType('application/vnd.apple.mpegurl')) {
    playNatively(streaming)
    if (licences()) {
      licenceNatively(element, { newest: licences, onFail: () => onFail('noKeySystem'), signal })
    }
    element.setAttribute('src', src)
  } else {
    onFail('failed')
  }
}

const { ErrorDetails, ErrorTypes, Events } = Hls

const follow = (
  hls: Hls,
  { element, mayGoOn, newest = () => src, onFail, signal, src }: Streaming,
  segments: ReturnType<typeof atTheEdge>,
): void => {
  let loaded = src
  let mended = 0
  let isAsking = false
  const askAgain = async (isOfKeys: boolean) => {
    if (isAsking) {
      return
    }
    isAsking = true
    hls.stopLoad()
    const may = await mayGoOn()
    isAsking = false
    if (signal.aborted) {
      return
    }
    if (may && (isOfKeys || newest() !== loaded)) {
      // What the play list names may have ended with its leave, and what opens it is asked for with it alone.
      loaded = newest()
      hls.config.startPosition = element.currentTime
      hls.loadSource(loaded)
    } else if (may) {
      hls.startLoad()
    } else {
      hls.detachMedia()
    }
  }
  const ofSegments = [
    ErrorDetails.FRAG_DECRYPT_ERROR,
    ErrorDetails.FRAG_LOAD_ERROR,
    ErrorDetails.FRAG_LOAD_TIMEOUT,
    ErrorDetails.FRAG_PARSING_ERROR,
  ]
  hls.on(Events.ERROR, (_event, data) => {
    if (data.frag && ofSegments.includes(data.details) && segments.wasMissed(data.frag.url)) {
      hls.stopLoad()
      hls.startLoad()
    } else if (isRefused(data)) {
      void askAgain(data.type === ErrorTypes.KEY_SYSTEM_ERROR)
    } else if (data.details === ErrorDetails.KEY_SYSTEM_NO_ACCESS) {
      onFail('noKeySystem')
    } else if (data.fatal && data.type === ErrorTypes.MEDIA_ERROR && mended < 2) {
      mended += 1
      hls.recoverMediaError()
    } else if (data.fatal) {
      onFail('failed')
    }
  })
  if (element instanceof HTMLVideoElement) {
    offerQualities({ element, events: Events, hls, signal })
  }
  hls.loadSource(src)
  hls.attachMedia(element)
  signal.addEventListener('abort', () => hls.destroy())
}

/** The browser says that something failed, and not what: whoever may go on has lost the network, or the stream is broken. */
const playNatively = ({ element, mayGoOn, onFail, signal }: Streaming): void => {
  element.addEventListener('error', () => void mayGoOn().then((may) => may && onFail('failed')), {
    signal,
  })
}

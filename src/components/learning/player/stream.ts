import type Hls from 'hls.js'
import type { ErrorData } from 'hls.js'

import { offerQualities } from './qualities'

/** Seconds held ahead: who may watch no more is stopped within a minute, since what is held still plays. */
const AHEAD = 24

type Streaming = {
  element: HTMLMediaElement
  mayGoOn: () => Promise<boolean>
  onFail: () => void
  signal: AbortSignal
  src: string
}

/** Answers with which the server refuses whoever asks, until they ask for leave again. */
const isRefused = ({ response }: ErrorData): boolean =>
  [401, 403, 404].includes(response?.code ?? 0)

/** Plays a stream by hls.js, or by the browser itself where that cannot, until `signal`. */
export const streamInto = async (streaming: Streaming): Promise<void> => {
  const { element, onFail, signal, src } = streaming
  const { default: Hls } = await import('hls.js')
  if (signal.aborted) {
    return
  }
  if (Hls.isSupported()) {
    follow(
      Hls,
      new Hls({
        backBufferLength: AHEAD,
        maxBufferLength: AHEAD,
        maxMaxBufferLength: AHEAD,
      }),
      streaming,
    )
  } else if (element.canPlayType('application/vnd.apple.mpegurl')) {
    playNatively(streaming)
    element.setAttribute('src', src)
  } else {
    onFail()
  }
}

const follow = (
  { ErrorTypes, Events }: typeof Hls,
  hls: Hls,
  { element, mayGoOn, onFail, signal, src }: Streaming,
): void => {
  let mended = 0
  let isAsking = false
  const askAgain = async () => {
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
    if (may) {
      hls.startLoad()
    } else {
      hls.detachMedia()
    }
  }
  hls.on(Events.ERROR, (_event, data) => {
    if (isRefused(data)) {
      void askAgain()
    } else if (data.fatal && data.type === ErrorTypes.MEDIA_ERROR && mended < 2) {
      mended += 1
      hls.recoverMediaError()
    } else if (data.fatal) {
      onFail()
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
  element.addEventListener('error', () => void mayGoOn().then((may) => may && onFail()), { signal })
}

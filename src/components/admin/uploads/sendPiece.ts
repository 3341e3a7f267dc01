/** A part of a file on its way. */
export type Piece = {
  body: Blob
  /** Tells how many bytes of it are gone. */
  onProgress: (sent: number) => void
  signal: AbortSignal
}

type Heard = { code: string; status: number }

const codeIn = (text: string): string => {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? 'serverError'
  } catch {
    return 'serverError'
  }
}

/** Sends one part; status 0 where nothing was heard, or the signal ended it. */
export const sendPiece = ({
  body,
  headers = {},
  method,
  onProgress,
  signal,
  url,
}: Piece & { headers?: Record<string, string>; method: string; url: string }): Promise<Heard> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const lost = () => resolve({ code: 'unheard', status: 0 })
    const end = () => request.abort()
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value)
    }
    request.upload.onprogress = ({ loaded }) => onProgress(loaded)
    request.onload = () => resolve({ code: codeIn(request.responseText), status: request.status })
    request.onerror = lost
    request.onabort = lost
    request.onloadend = () => signal.removeEventListener('abort', end)
    signal.addEventListener('abort', end)
    if (signal.aborted) {
      lost()
    } else {
      request.send(body)
    }
  })

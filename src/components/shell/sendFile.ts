import type { Answer } from './api'

type Refusal = { code?: string }

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Sends a file as a body of its own, and tells how far it is, from 0 to 1; a signal ends it. Never throws, as `callApi`. */
export const sendFile = <T>(
  path: string,
  {
    file,
    onProgress,
    signal,
  }: { file: Blob; onProgress: (share: number) => void; signal?: AbortSignal },
): Promise<Answer<T>> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const fail = (code: string) =>
      resolve({ code, fields: [], ok: false, reason: '', status: request.status })
    request.open('POST', path)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const said = parse(request.responseText)
      if (request.status < 300 && said) {
        resolve({ data: said as T, ok: true, status: request.status })
      } else {
        fail((said as null | Refusal)?.code ?? 'serverError')
      }
    }
    request.onerror = () => fail('offline')
    request.onabort = () => fail('aborted')
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })

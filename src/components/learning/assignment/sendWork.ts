import type { Answer } from '@/components/shell/api'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

type Refusal = { code?: string }

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Sends one file of a draft and tells how far it is, from 0 to 1; a signal ends it. Never throws, as `callApi`. */
export const sendWork = ({
  file,
  lesson,
  number,
  onProgress,
  signal,
}: {
  file: File
  lesson: string
  number: number
  onProgress: (share: number) => void
  signal: AbortSignal
}): Promise<Answer<WorkFile>> =>
  new Promise((resolve) => {
    const query = new URLSearchParams({
      name: file.name,
      lesson,
      number: String(number),
      sound: String(file.type.startsWith('audio/')),
    })
    const request = new XMLHttpRequest()
    const fail = (code: string) => resolve({ code, fields: [], ok: false, status: request.status })
    request.open('POST', `/api/assignments/files?${query.toString()}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const said = parse(request.responseText)
      if (request.status < 300 && said) {
        resolve({ data: said as WorkFile, ok: true, status: request.status })
      } else {
        fail((said as null | Refusal)?.code ?? 'serverError')
      }
    }
    request.onerror = () => fail('offline')
    request.onabort = () => fail('aborted')
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })

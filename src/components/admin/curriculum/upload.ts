/** A file that reached the school, or why it did not, in the school's own words where it has some. */
export type Sent = { id: string; mimeType: string }

export class NotSent extends Error {}

const TOO_LARGE = 413

type Told = {
  doc?: Sent
  errors?: { data?: { errors?: { message: string }[] }; message: string }[]
}

const parse = (text: string): Told => {
  try {
    return JSON.parse(text) as Told
  } catch {
    return {}
  }
}

/** Sends one file to the school's media and tells how far it is, from 0 to 1; a signal ends it. */
export const sendFile = ({
  alt,
  file,
  language,
  onProgress,
  signal,
  tooLarge,
}: {
  alt: string
  file: File
  language: string
  onProgress: (share: number) => void
  signal: AbortSignal
  tooLarge: string
}): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const form = new FormData()
    form.append('_payload', JSON.stringify({ alt }))
    form.append('file', file)
    const request = new XMLHttpRequest()
    request.open('POST', '/api/media?depth=0')
    request.setRequestHeader('Accept-Language', language)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const { doc, errors } = parse(request.responseText)
      if (doc && request.status < 300) {
        resolve(doc)
      } else {
        const said = errors?.[0]?.data?.errors?.[0]?.message ?? errors?.[0]?.message
        reject(new NotSent(request.status === TOO_LARGE ? tooLarge : (said ?? '')))
      }
    }
    request.onerror = () => reject(new NotSent(''))
    request.onabort = () => reject(new NotSent(''))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })

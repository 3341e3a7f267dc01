import type { FilmAnswer, FilmRequest } from '../films/server'

import { startFilmServer } from '../films/server'

/** The key of the tests' account. */
export const WHISPER_KEY = 'sk-key-of-the-tests'

/** The largest file that is taken, in bytes. */
const MOST = 25 * 1024 * 1024

/** A small service as OpenAI's: says `words` for every two seconds of what it is sent, which it believes to be four seconds long. */
export const startWhisperServer = async (words: () => string[] = () => ['One.', 'Two.']) => {
  const heard: { bytes: number; language: string; model: string }[] = []
  const serve = async ({ body, headers, method, path }: FilmRequest): Promise<FilmAnswer> => {
    if (method !== 'POST' || path !== '/v1/audio/transcriptions') {
      return { body: { error: { message: 'Unknown request URL' } }, status: 404 }
    }
    if (headers.authorization !== `Bearer ${WHISPER_KEY}`) {
      return { body: { error: { message: 'Incorrect API key provided' } }, status: 401 }
    }
    const form = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': headers['content-type'] ?? '' },
    }).formData()
    const [file, language, model] = [form.get('file'), form.get('language'), form.get('model')]
    // The first bytes of an mp3: its tag, or a frame.
    const isSound =
      file instanceof File &&
      /^(?:494433|fff)/.test(Buffer.from(await file.arrayBuffer()).toString('hex', 0, 3))
    if (!isSound || file.size > MOST || form.get('response_format') !== 'verbose_json') {
      return { body: { error: { message: 'Invalid file format.' } }, status: 400 }
    }
    heard.push({
      bytes: file.size,
      language: typeof language === 'string' ? language : '',
      model: typeof model === 'string' ? model : '',
    })

    return {
      body: {
        language,
        segments: words().map((text, nth) => ({
          id: nth,
          end: nth * 2 + 2,
          start: nth * 2,
          text: ` ${text}`,
        })),
        task: 'transcribe',
      },
      status: 200,
    }
  }
  const server = await startFilmServer(serve)

  return { ...server, address: `${server.url}/v1`, heard, host: new URL(server.url).host }
}

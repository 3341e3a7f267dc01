import { execFileSync } from 'node:child_process'

import type { Visitor } from './visitor'

/** A short film among the files of a school; its id. One of more than two seconds is large enough to be seen. */
export const uploadedFilm = async (
  owner: Visitor,
  { seconds = 2 }: { seconds?: number } = {},
): Promise<string> => {
  const size = seconds > 2 ? '320x180' : '160x90'
  const bytes = execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=5:duration=${seconds}`],
    ...[
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv420p',
      '-movflags',
      'frag_keyframe+empty_moov',
      '-f',
      'mp4',
      '-',
    ],
  ])

  return uploaded(owner, { name: 'film.mp4', type: 'video/mp4', bytes })
}

/** A tone of so many seconds among the files of a school; its id. */
export const uploadedSound = async (owner: Visitor, seconds: number): Promise<string> =>
  uploaded(owner, {
    name: 'sound.mp3',
    type: 'audio/mpeg',
    bytes: execFileSync('ffmpeg', [
      ...['-v', 'error', '-f', 'lavfi', '-i', `sine=frequency=220:duration=${seconds}`],
      ...['-c:a', 'libmp3lame', '-b:a', '64k', '-f', 'mp3', '-'],
    ]),
  })

const uploaded = async (
  owner: Visitor,
  { name, type, bytes }: { bytes: Buffer; name: string; type: string },
): Promise<string> => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ isPublic: false }))
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const packed = new Response(form)
  const made = await owner.send({
    body: Buffer.from(await packed.arrayBuffer()),
    headers: { 'Content-Type': packed.headers.get('content-type') ?? '' },
    method: 'POST',
    path: '/api/media',
  })
  expect([made.status, made.text.slice(0, 300)]).toEqual([201, expect.any(String)])

  return made.json<{ doc: { id: string } }>().doc.id
}

import { execFileSync } from 'node:child_process'

import type { Visitor } from './visitor'

/** A short film among the files of a school; its id. */
export const uploadedFilm = async (owner: Visitor): Promise<string> => {
  const bytes = execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=5:duration=2'],
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
  const form = new FormData()
  form.set('_payload', JSON.stringify({ isPublic: false }))
  form.set('file', new Blob([new Uint8Array(bytes)], { type: 'video/mp4' }), 'film.mp4')
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

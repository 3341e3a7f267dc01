import { execFileSync } from 'node:child_process'
import { createCipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import pg from 'pg'

import { TEST_SECRET } from '../template'
import { eventually } from './eventually'

/** Renditions that tests make, the poorer first; bits a second. */
const RENDITIONS = [
  { name: 'v240', height: 240, rate: 150_000, width: 426 },
  { name: 'v480', height: 480, rate: 1_600_000, width: 854 },
]

const SEGMENT = 4

const PER_KEY = 20

const inputs = (seconds: number): string[] => [
  ...['-f', 'lavfi', '-i', `testsrc2=size=854x480:rate=15:duration=${seconds}`],
  ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`],
]

/** Has ffmpeg cut a film of moving patterns and one tone into segments, each rendition in a folder of its own. */
const film = (folder: string, seconds: number): void => {
  for (const { name, height, rate, width } of RENDITIONS) {
    mkdirSync(path.join(folder, name))
    execFileSync('ffmpeg', [
      ...['-v', 'error', ...inputs(seconds)],
      ...[
        '-vf',
        `scale=${width}:${height},noise=alls=40:allf=t`,
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
      ],
      ...['-b:v', String(rate), '-maxrate', String(rate), '-bufsize', String(rate)],
      ...[
        '-force_key_frames',
        `expr:gte(t,n_forced*${SEGMENT})`,
        '-sc_threshold',
        '0',
        '-pix_fmt',
        'yuv420p',
      ],
      ...[
        '-c:a',
        'aac',
        '-b:a',
        '64k',
        '-f',
        'hls',
        '-hls_time',
        String(SEGMENT),
        '-hls_list_size',
        '0',
      ],
      ...[
        '-hls_segment_filename',
        path.join(folder, name, '%05d.ts'),
        path.join(folder, name, 'index.m3u8'),
      ],
    ])
  }
  execFileSync('ffmpeg', [
    ...['-v', 'error', ...inputs(1).slice(0, 4), '-frames:v', '1', '-c:v', 'libwebp'],
    path.join(folder, 'poster.webp'),
  ])
}

/** Encrypts what was cut as the platform keeps it, and says so in the playlist. */
const seal = (
  folder: string,
  { name, run, secret }: { name: string; run: string; secret: Buffer },
): void => {
  const keyOf = (place: number) =>
    Buffer.from(hkdfSync('sha256', secret, '', `${run}/${name}/${place}`, 16))
  for (const file of readdirSync(path.join(folder, name)).filter((one) => one.endsWith('.ts'))) {
    const place = Number.parseInt(file, 10)
    const iv = Buffer.alloc(16)
    iv.writeUInt32BE(place, 12)
    const cipher = createCipheriv('aes-128-cbc', keyOf(Math.floor(place / PER_KEY)), iv)
    const at = path.join(folder, name, file)
    writeFileSync(at, Buffer.concat([cipher.update(readFileSync(at)), cipher.final()]))
  }
  const index = path.join(folder, name, 'index.m3u8')
  let place = -1
  const lines = readFileSync(index, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (!line.startsWith('#EXTINF')) {
        return line
      }
      place += 1

      return place % PER_KEY === 0
        ? [`#EXT-X-KEY:METHOD=AES-128,URI="key/${place / PER_KEY}"`, line]
        : line
    })
  writeFileSync(index, lines.join('\n'))
}

/** `seal` of src/secrets, for the platform under test. */
const sealed = (value: string, tenant: string): string => {
  const key = Buffer.from(
    hkdfSync('sha256', TEST_SECRET, 'lectern', `tenant-secrets:${tenant}`, 32),
  )
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(tenant))
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])

  return ['v1', ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join(
    '.',
  )
}

const query = async <Row>(text: string, values: unknown[]): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as Row[]
  } finally {
    await client.end()
  }
}

/** Has a real film of `seconds`, in two renditions, be what was made of a file for watching, as if its preparation had just ended. */
export const preparedFilm = async (media: string, seconds: number): Promise<void> => {
  const [found] = await query<{ tenant: string }>(
    'select tenant_id as tenant from media where id = $1',
    [media],
  )
  const { tenant = '' } = found ?? {}
  const [run, secret] = [randomUUID(), randomBytes(32)]
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'lectern-film-'))
  film(scratch, seconds)
  RENDITIONS.forEach(({ name }) => seal(scratch, { name, run, secret }))
  writeFileSync(
    path.join(scratch, 'master.m3u8'),
    [
      '#EXTM3U',
      ...RENDITIONS.flatMap(({ name, height, rate, width }) => [
        `#EXT-X-STREAM-INF:BANDWIDTH=${rate + 90_000},RESOLUTION=${width}x${height},CODECS="avc1.42c01e,mp4a.40.2"`,
        `${name}/index.m3u8`,
      ]),
      '',
    ].join('\n'),
  )
  const home = path.join(process.env.E2E_UPLOADS ?? '', tenant, 'videos', media, run)
  mkdirSync(path.dirname(home), { recursive: true })
  execFileSync('cp', ['-r', scratch, home])
  rmSync(scratch, { recursive: true })
  // Once it is queued, nothing begins it anew; whoever prepares it already loses the row.
  await eventually(async () => {
    const [taken] = await query(
      `update videos set status = 'ready', percent = 100, run = $2, runner = null, lease_until = null, reason = null,
         has_picture = true, has_sound = true, duration = $3, secret = $4
       where id = $1 returning id`,
      [media, run, seconds, sealed(secret.toString('base64url'), tenant)],
    )

    return taken
  }, 60_000)
}

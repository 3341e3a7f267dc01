import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import type { AddressInfo } from 'node:net'

import { planFor } from '@/domain/media/ladder'
import { clip } from '@/test/clips'

import { VideoFailure } from './failure'
import { probe } from './probe'
import { hasFfmpeg, runTool } from './tool'
import { transcode } from './transcode'

const run = promisify(execFile)

let root: string
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'lectern-transcoding-'))
})
afterAll(() => rm(root, { force: true, recursive: true }))

let count = 0

const kept = async (bytes: Buffer): Promise<string> => {
  const file = path.join(root, `file-${count++}`)
  await writeFile(file, bytes)

  return file
}

const made = async (bytes: Buffer) => {
  const file = await kept(bytes)
  const folder = path.join(root, `out-${count++}`)
  await mkdir(folder)
  const source = await probe(file)
  const plan = planFor(source)
  if (!plan) {
    throw new Error('There is no plan.')
  }
  const steps: number[] = []
  const wave = await transcode({
    duration: source.duration,
    file,
    folder,
    onProgress: (done) => steps.push(done),
    plan,
  })

  return { folder, plan, source, steps, wave }
}

type Shown = { codec_name: string; height?: number; r_frame_rate: string; width?: number }

const shown = async (folder: string, name: string): Promise<Shown> => {
  const { stdout } = await run('ffprobe', [
    ...['-v', 'error', '-show_streams', '-print_format', 'json'],
    path.join(folder, name, '00000.ts'),
  ])

  return (JSON.parse(stdout) as { streams: [Shown] }).streams[0]
}

const reasonOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof VideoFailure ? error.reason : String(error)),
  )

it('finds the tools on this machine', async () => {
  expect(await hasFfmpeg()).toBe(true)
})

describe('a film', () => {
  it('is made in every size up to its own with its sound apart, a poster and a storyboard, at one go', async () => {
    const { folder, source, steps, wave } = await made(await clip({ seconds: 7, size: '640x360' }))

    expect(source).toEqual({
      duration: expect.closeTo(7, 0),
      hasSound: true,
      picture: { frameRate: 25, height: 360, width: 640 },
    })
    expect((await readdir(folder)).sort()).toEqual(['a', 'poster.webp', 'story', 'v240', 'v360'])
    expect(await shown(folder, 'v240')).toMatchObject({
      codec_name: 'h264',
      height: 240,
      width: 426,
    })
    expect(await shown(folder, 'v360')).toMatchObject({ height: 360, width: 640 })
    expect(await shown(folder, 'a')).toMatchObject({ codec_name: 'aac' })
    const playlists = await Promise.all(
      ['v240', 'v360'].map((name) => readFile(path.join(folder, name, 'index.m3u8'), 'utf8')),
    )
    expect(playlists[0]).toBe(playlists[1])
    expect(playlists[0]).toContain('#EXTINF:6.000000,')
    expect(await readdir(path.join(folder, 'story'))).toEqual(['0.webp'])
    expect(steps.at(-1)).toBeGreaterThan(0.9)
    expect(wave).toBeNull()
  }, 60_000)

  it.each([
    ['upright', { size: '180x320' }, [180, 320]],
    ['turned by the camera', { rotate: 90, size: '320x180' }, [180, 320]],
    ['of odd sides', { type: 'webm', size: '321x181' }, [320, 180]],
  ])(
    'that is %s keeps its shape',
    async (_name, given, [width, height]) => {
      const { folder } = await made(await clip({ seconds: 1, sound: false, ...given }))

      expect(await readdir(folder)).not.toContain('a')
      expect(await shown(folder, 'v180')).toMatchObject({ height, width })
    },
    60_000,
  )

  it('whose pictures come at any time gets a constant rate', async () => {
    const { folder, plan } = await made(await clip({ rate: 'variable', seconds: 3, sound: false }))

    expect((await shown(folder, 'v180')).r_frame_rate).toBe(
      plan.frameRate.includes('/') ? plan.frameRate : `${plan.frameRate}/1`,
    )
  }, 60_000)

  it('has its loudness evened', async () => {
    const { folder } = await made(await clip({ seconds: 6 }))
    const { stderr } = await run('ffmpeg', [
      ...['-hide_banner', '-nostats', '-i', path.join(folder, 'a', '00000.ts')],
      ...['-af', 'ebur128', '-f', 'null', '-'],
    ])

    expect(Number(/I:\s+(-[\d.]+) LUFS\s+Threshold/.exec(stderr)?.[1])).toBeCloseTo(-16, -1)
  }, 60_000)
})

it('makes of a recording its sound and the shape of it', async () => {
  const { folder, wave } = await made(await clip({ type: 'mp3', size: null }))

  expect(await readdir(folder)).toEqual(['a'])
  expect(wave).toHaveLength(800)
  expect(Math.max(...(wave ?? []))).toBeGreaterThan(5)
}, 60_000)

describe('a file that harms', () => {
  it('that is cut off, empty or something else is refused with its reason', async () => {
    const whole = await clip()
    const webm = await clip({ type: 'webm', sound: false })

    expect(await reasonOf(probe(await kept(whole.subarray(0, 800))))).toMatch(/truncated|broken/)
    expect(await reasonOf(probe(await kept(Buffer.alloc(0))))).toMatch(/truncated|broken/)
    expect(await reasonOf(probe(await kept(Buffer.from('plain words'))))).toBe('broken')
    expect(await reasonOf(probe(await kept(webm.subarray(0, 200))))).toMatch(/truncated|broken/)
  }, 60_000)

  it('that is a list of other files opens none of them, on this machine or on the network', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const secret = await kept(await clip({ seconds: 1 }))
    const lists = [
      `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
      `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:${port}/a.ts\n#EXT-X-ENDLIST\n`,
      `ffconcat version 1.0\nfile '${secret}'\n`,
      `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet><Representation id="1" bandwidth="1"><BaseURL>http://127.0.0.1:${port}/b.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>`,
      `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=a\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio ${port} RTP/AVP 0\n`,
    ]
    for (const list of lists) {
      expect(await reasonOf(probe(await kept(Buffer.from(list))))).toBe('broken')
    }
    server.close()

    expect(asked).toEqual([])
  }, 60_000)

  it('that asks for more than it may have is ended', async () => {
    const endless = [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'testsrc2=size=640x360',
      '-f',
      'rawvideo',
      '-y',
    ]
    const limits = { memory: 4 * 1024 ** 3, wall: 30_000, written: 10 * 1024 ** 2 }
    const file = path.join(root, 'endless')
    const grown = await runTool({ args: [...endless, file], limits, tool: 'ffmpeg' })
    const late = await runTool({
      args: [...endless, '/dev/null'],
      limits: { ...limits, wall: 300 },
      tool: 'ffmpeg',
    })

    expect(grown.code).not.toBe(0)
    expect(late).toMatchObject({ code: null, signal: 'SIGKILL' })
  }, 60_000)
})

import { expect, it } from '@jest/globals'

import { masterPlaylist, mediaPlaylist, ratesOf, secondsIn, storyText } from './playlists'

it('names a new key before every twentieth segment, and nothing secret', () => {
  const text = mediaPlaylist(Array.from({ length: 41 }, () => ({ bytes: 1, seconds: 6 })))

  expect(text.match(/#EXT-X-KEY:METHOD=AES-128,URI="key\/\d"/g)).toEqual(
    [0, 1, 2].map((key) => `#EXT-X-KEY:METHOD=AES-128,URI="key/${key}"`),
  )
  expect(text.split('\n').slice(0, 9)).toEqual([
    '#EXTM3U',
    '#EXT-X-VERSION:6',
    '#EXT-X-TARGETDURATION:6',
    '#EXT-X-MEDIA-SEQUENCE:0',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-KEY:METHOD=AES-128,URI="key/0"',
    '#EXTINF:6.000000,',
    '00000.ts',
  ])
  expect(secondsIn(text)).toHaveLength(41)
})

it('counts what a connection has to carry', () => {
  expect(
    ratesOf([
      { bytes: 600, seconds: 6 },
      { bytes: 1200, seconds: 6 },
      { bytes: 100, seconds: 0.1 },
    ]),
  ).toEqual({ averageBandwidth: Math.ceil((1900 * 8) / 12.1), bandwidth: 1600, bytes: 1900 })
})

const picture = {
  name: 'v360',
  averageBandwidth: 100,
  bandwidth: 200,
  bytes: 1,
  codecs: 'avc1.4d401f',
  height: 360,
  kind: 'video' as const,
  width: 640,
}
const sound = {
  name: 'a',
  averageBandwidth: 10,
  bandwidth: 20,
  bytes: 1,
  codecs: 'mp4a.40.2',
  kind: 'audio' as const,
}

it('offers each size with the sound, and the sound alone', () => {
  expect(masterPlaylist({ renditions: [picture, sound] })).toBe(
    `#EXTM3U
#EXT-X-VERSION:6
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Sound",DEFAULT=YES,AUTOSELECT=YES,URI="a/index.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=220,AVERAGE-BANDWIDTH=110,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=640x360,AUDIO="sound"
v360/index.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=20,AVERAGE-BANDWIDTH=10,CODECS="mp4a.40.2",AUDIO="sound"
a/index.m3u8
`,
  )
})

it('offers a silent film and a mere sound as they are', () => {
  expect(masterPlaylist({ renditions: [picture] })).toContain('CODECS="avc1.4d401f",RESOLUTION')
  expect(masterPlaylist({ renditions: [sound] })).not.toContain('EXT-X-MEDIA')
})

it('finds the pictures of the storyboard on their sheets', () => {
  const story = { columns: 2, height: 90, interval: 5, rows: 1, sheets: 2, width: 160 }

  expect(storyText({ duration: 12.5, story })).toBe(
    `WEBVTT

00:00:00.000 --> 00:00:05.000
story/0.webp#xywh=0,0,160,90

00:00:05.000 --> 00:00:10.000
story/0.webp#xywh=160,0,160,90

00:00:10.000 --> 00:00:12.500
story/1.webp#xywh=0,0,160,90
`,
  )
})

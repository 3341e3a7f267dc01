import { edgeFile, edgeFolder, isOfEdge } from './edges'

const [TENANT, VIDEO, RUN] = [
  '01890000-0000-7000-8000-000000000001',
  '01890000-0000-7000-8000-000000000002',
  'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
]
const folder = edgeFolder({ run: RUN, tenant: TENANT, video: VIDEO })

describe('an address at the edge', () => {
  it('names a segment of a run', () => {
    expect(edgeFile(`${folder}v720/00012.ts?token=1`)).toMatchObject({
      kind: 'segment',
      path: 'v720/00012.ts',
      run: RUN,
      tenant: TENANT,
      video: VIDEO,
    })
  })

  it('has a folder of a length that rules of a network may count on', () => {
    expect(folder).toHaveLength(121)
  })

  it.each([
    'master.m3u8',
    'v720/index.m3u8',
    'v720/key/0',
    'poster.webp',
    'story.vtt',
    'pulse',
    '../v720/00012.ts',
    'v720/00012.mp4',
    '',
  ])('never names %s', (path) => {
    expect(isOfEdge(`${folder}${path}`)).toBe(true)
    expect(edgeFile(`${folder}${path}`)).toBeNull()
  })
})

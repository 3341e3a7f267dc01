import { streamFile, type StreamFile } from './streams'

/** Where a folder lies at the edge: `home` stands before the path of each of its files, `after` behind it. */
export type EdgeLeave = { after: string; home: string }

/** Under which a content delivery network finds segments. */
const EDGE_AT = '/api/edge'

const ID = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}'

const ADDRESS = new RegExp(`^${EDGE_AT}/(${ID})/(.*)$`)

/** The folder of one run of a school's video, for which a token is good: it begins and ends with a slash. */
export const edgeFolder = ({
  run,
  tenant,
  video,
}: Record<'run' | 'tenant' | 'video', string>): string => `${EDGE_AT}/${tenant}/${video}/${run}/`

/** Whether an address is among those that a network asks for, be there such a segment or not. */
export const isOfEdge = (url: string): boolean => url.startsWith(`${EDGE_AT}/`)

/** The segment that an address names, its query left aside; null for all else, keys and play lists above all. */
export const edgeFile = (url: string): null | (StreamFile & { tenant: string }) => {
  const [, tenant, rest] = ADDRESS.exec(url.split('?')[0] ?? '') ?? []
  const file = rest === undefined ? null : streamFile(`/api/stream/${rest}`)

  return tenant && file?.kind === 'segment' ? { ...file, tenant } : null
}

import type { PayloadRequest } from 'payload'

/** Says that the file of a request lies in the storage already, under `key`. */
export const adoptArrival = (req: PayloadRequest, key: string): void => {
  req.context.arrived = key
}

/** Says that the file of a request was looked through for viruses already. */
export const markScanned = (req: PayloadRequest): void => {
  req.context.isScanned = true
}

export const wasScanned = ({ context }: PayloadRequest): boolean => context.isScanned === true

/** The key under which the file of a request lies in the storage already. */
export const adoptedFrom = ({ context }: PayloadRequest): null | string =>
  typeof context.arrived === 'string' ? context.arrived : null

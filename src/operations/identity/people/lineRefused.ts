/** Why one person of many was passed over, by a code of `LineReason`. */
export class LineRefused extends Error {
  constructor(readonly reason: LineReason) {
    super(reason)
  }
}

/** What a line of a file can be wrong in, or a person refuse to be. */
export type LineReason =
  | 'courseUnknown'
  | 'emailInvalid'
  | 'forbidden'
  | 'gone'
  | 'languageUnknown'
  | 'nameInvalid'
  | 'roleUnknown'
  | 'zoneUnknown'

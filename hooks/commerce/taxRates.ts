import type { FieldHook } from 'payload'

/** The region without white space around it; no region is an empty one, so that a place stands once for a day. */
export const trimRegion: FieldHook = ({ value }) => (typeof value === 'string' ? value.trim() : '')

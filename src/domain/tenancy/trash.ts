/** For how many days what was moved to the trash can be restored. */
const TRASH_DAYS = 30

const DAY_MS = 24 * 60 * 60 * 1000

/** What went into the trash at this moment or earlier may be removed for good. */
export const trashCutoff = (now: Date): Date => new Date(now.getTime() - TRASH_DAYS * DAY_MS)

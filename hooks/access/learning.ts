/** A field that whoever makes the row chooses, and nobody changes. */
export const setOnce = { update: () => false }

/** A field that only the platform itself writes. */
export const machineField = { create: () => false, update: () => false }

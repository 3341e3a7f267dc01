/** Looks of a box to type or choose in. 16 px type, so that phones do not zoom. */
export const controlStyle = [
  'block min-h-target w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-base text-text',
  'transition-colors hover:border-muted disabled:bg-sunken disabled:text-muted',
  'aria-invalid:border-danger',
].join(' ')

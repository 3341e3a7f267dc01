import type { ComponentProps } from 'react'

/** The browser's own chooser of files, opened by a button that stands for it. `label` is its name. */
export const FileInput = ({
  label,
  ...rest
}: Omit<ComponentProps<'input'>, 'aria-label' | 'type'> & { label: string }) => (
  <input {...rest} aria-label={label} type="file" />
)

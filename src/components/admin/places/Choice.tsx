'use client'

/** One of some, in the system's own list. */
export const Choice = ({
  id,
  label,
  onChange,
  options,
  placeholder,
  value,
}: {
  id: string
  label: string
  onChange: (value: string) => void
  options: readonly { label: string; value: string }[]
  placeholder?: string
  value: string
}) => (
  <div className="field-type">
    <label className="field-label" htmlFor={id}>
      {label}
    </label>
    <select id={id} onChange={({ target }) => onChange(target.value)} value={value}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

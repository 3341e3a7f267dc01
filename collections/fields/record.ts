import type { JSONField, StaticLabel } from 'payload'

/** What the machine wrote down, shown as it is. Payload's own view of it would fetch its editor from a stranger's server. */
export const record = (
  name: string,
  {
    defaultValue,
    isRequired = true,
    label,
  }: { defaultValue?: JSONField['defaultValue']; isRequired?: boolean; label: StaticLabel },
): JSONField => ({
  name,
  type: 'json',
  admin: { components: { Field: '/src/components/admin/RecordText#RecordText' } },
  defaultValue,
  label,
  required: isRequired,
})

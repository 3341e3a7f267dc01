import config from '@payload-config'
import { getPayload } from 'payload'

import { seedDemo } from '@/seed/demo'
import { addStaff } from '@/seed/platform'

const say = (line: string) => process.stdout.write(`${line}\n`)
const payload = await getPayload({ config })
const [what, email] = process.argv.slice(2)

if (what === 'staff' && email) {
  const made = await addStaff({ email, payload })
  say(
    made
      ? `${email} is staff now. A password is set through "forgot password".`
      : `${email} was there already.`,
  )
} else {
  await seedDemo({ payload, say })
}
process.exit(0)

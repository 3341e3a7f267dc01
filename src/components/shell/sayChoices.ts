import type { Choice } from '@/domain/identity/consents'

import { callApi } from '../shell/api'
import { rememberChoices, visitorHere } from '../shell/choices'

/**
 * Has choices written down, and remembers them here. What is agreed to counts once it is written down, and what is declined at
 * once; false where it could not be written down.
 */
export const sayChoices = async (choices: Partial<Record<Choice, boolean>>): Promise<boolean> => {
  const visitor = visitorHere()
  const declined = Object.entries(choices).filter(([, isGiven]) => !isGiven)
  if (declined.length > 0) {
    rememberChoices(Object.fromEntries(declined), visitor)
  }
  const answer = await callApi('/api/consents/choices', {
    body: { choices, locale: document.documentElement.lang, visitor },
  })
  if (answer.ok) {
    rememberChoices(choices, visitor)
  }

  return answer.ok
}

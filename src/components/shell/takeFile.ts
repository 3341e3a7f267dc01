import { callApi } from './api'
import { proofGiven } from './proof'

/**
 * Saves a file that the API gives to those alone who have shown within ten minutes who they are: where that is longer ago, the page asks them first.
 * Answers the code of what kept it, or null; null also where they would not.
 */
export const takeFile = async (href: string): Promise<null | string> => {
  const said = await callApi<{ isFresh: boolean }>('/api/account/proof')
  if (!said.ok) {
    return said.code
  }
  if (said.data.isFresh || (await proofGiven())) {
    Object.assign(document.createElement('a'), { download: '', href }).click()
  }

  return null
}

import { callApi } from './api'

/** Sends this browser to a linked school, where it is let in; the code of a refusal, or nothing as the page is about to change. */
export const switchSchool = async (id: string): Promise<null | string> => {
  const answer = await callApi<{ url: string }>(`/api/account/schools/${id}/switch`, {
    method: 'POST',
  })
  if (!answer.ok) {
    return answer.code
  }
  location.assign(answer.data.url)

  return null
}

import { callApi } from '../../shell/api'

/** Leads the browser to a provider, to come back to `next`; answers the code of a refusal, and nothing where the page is about to change. */
export const sendToProvider = async (id: string, next: null | string): Promise<null | string> => {
  const answer = await callApi<{ url: string }>(`/api/sign-in/provider/${id}`, { body: { next } })
  if (answer.ok) {
    location.assign(answer.data.url)
  }

  return answer.ok ? null : answer.code
}

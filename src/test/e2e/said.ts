import type { Answer } from './http'

/** Status and code of a refusal, wherever the answer keeps its code. */
export const said = ({ status, text }: Answer): [number, string | undefined] => {
  const body = JSON.parse(text) as { code?: string; errors?: { data?: { code?: string } }[] }

  return [status, body.code ?? body.errors?.[0]?.data?.code]
}
